package org.facies.synth.asset;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.facies.image.Rgba;
import org.facies.synth.mesh.Surface;

/**
 * Cuts the part that a surface shows out of a square texture. The cut part is continued beyond its edges, so that
 * smaller versions of the texture do not mix in pixels that were cut away.
 */
final class TextureCrop {

    private static final int SIDE = 512;

    private final boolean[] shown;

    private TextureCrop(boolean[] shown) {
        this.shown = shown;
    }

    static TextureCrop of(Surface surface) {
        boolean[] shown = new boolean[SIDE * SIDE];
        float[] uvs = surface.uvs();
        int[] corners = surface.uvCorners();
        for (int t = 0; t < corners.length; t += 3) {
            float[] x = new float[3];
            float[] y = new float[3];
            for (int i = 0; i < 3; i++) {
                x[i] = uvs[2 * corners[t + i]] * SIDE;
                y[i] = (1 - uvs[2 * corners[t + i] + 1]) * SIDE;
            }
            mark(shown, x, y);
        }
        return new TextureCrop(shown);
    }

    /** Marks the texels inside a triangle. */
    private static void mark(boolean[] shown, float[] x, float[] y) {
        int left = (int) Math.max(0, Math.floor(Math.min(x[0], Math.min(x[1], x[2]))));
        int right = (int) Math.min(SIDE - 1, Math.floor(Math.max(x[0], Math.max(x[1], x[2]))));
        int top = (int) Math.max(0, Math.floor(Math.min(y[0], Math.min(y[1], y[2]))));
        int bottom = (int) Math.min(SIDE - 1, Math.floor(Math.max(y[0], Math.max(y[1], y[2]))));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                shown[row * SIDE + column] |= covers(x, y, column + 0.5f, row + 0.5f);
            }
        }
    }

    private static boolean covers(float[] x, float[] y, float px, float py) {
        boolean negative = false;
        boolean positive = false;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            float side = (x[j] - x[i]) * (py - y[i]) - (y[j] - y[i]) * (px - x[i]);
            negative |= side < 0;
            positive |= side > 0;
        }
        return !(negative && positive);
    }

    /** The texture with every hidden texel replaced by the nearest visible one. */
    Rgba cut(Rgba texture) {
        if (texture.widthPx() != SIDE || texture.heightPx() != SIDE) {
            throw new IllegalStateException(texture + " in a package with the correct hash");
        }
        int[] source = new int[SIDE * SIDE];
        Arrays.fill(source, -1);
        Deque<Integer> front = new ArrayDeque<>();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                source[i] = i;
                front.add(i);
            }
        }
        while (!front.isEmpty()) {
            int at = front.remove();
            spread(source, front, at, at % SIDE > 0 ? at - 1 : at);
            spread(source, front, at, at % SIDE < SIDE - 1 ? at + 1 : at);
            spread(source, front, at, at >= SIDE ? at - SIDE : at);
            spread(source, front, at, at < SIDE * (SIDE - 1) ? at + SIDE : at);
        }
        byte[] data = new byte[texture.data().length];
        for (int i = 0; i < source.length; i++) {
            System.arraycopy(texture.data(), 4 * source[i], data, 4 * i, 4);
        }
        return new Rgba(SIDE, SIDE, data);
    }

    private static void spread(int[] source, Deque<Integer> front, int from, int to) {
        if (source[to] < 0) {
            source[to] = source[from];
            front.add(to);
        }
    }
}
