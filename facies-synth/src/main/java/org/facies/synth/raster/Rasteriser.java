package org.facies.synth.raster;

import java.util.stream.IntStream;
import org.facies.synth.mesh.Surface;

/**
 * Draws triangles into a frame. Edge functions decide which pixels are covered (Pineda 1988). Nearness is linear on the
 * screen; it gives both the depth test and perspective-correct weights.
 */
public final class Rasteriser {

    private static final float FAINTEST = 1 / 256f;

    private final Frame frame;
    private final Fragment fragment = new Fragment();

    public Rasteriser(Frame frame) {
        this.frame = frame;
    }

    /**
     * Draws a surface.
     *
     * @param seen its points after {@link Camera#project}
     */
    public void draw(Surface surface, float[] seen, Material material, Pass pass) {
        if (pass == Pass.SHEER) {
            for (int triangle : farthestFirst(surface, seen)) {
                draw(surface, triangle, seen, material, pass);
            }
        } else {
            for (int triangle = 0; triangle < surface.triangles(); triangle++) {
                draw(surface, triangle, seen, material, pass);
            }
        }
    }

    private static int[] farthestFirst(Surface surface, float[] seen) {
        int[] corners = surface.corners();
        long[] keyed = IntStream.range(0, surface.triangles())
                .mapToLong(triangle -> {
                    int at = 3 * triangle;
                    float nearness =
                            seen[3 * corners[at] + 2] + seen[3 * corners[at + 1] + 2] + seen[3 * corners[at + 2] + 2];
                    return ((long) Float.floatToRawIntBits(nearness) << 32) | triangle;
                })
                .sorted()
                .toArray();
        return java.util.Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
    }

    private void draw(Surface surface, int triangle, float[] seen, Material material, Pass pass) {
        int[] corners = surface.corners();
        int a = 3 * corners[3 * triangle];
        int b = 3 * corners[3 * triangle + 1];
        int c = 3 * corners[3 * triangle + 2];
        float ax = seen[a];
        float ay = seen[a + 1];
        float bx = seen[b];
        float by = seen[b + 1];
        float cx = seen[c];
        float cy = seen[c + 1];
        float doubleArea = (bx - ax) * (ay - cy) - (cx - ax) * (ay - by);
        if (doubleArea == 0 || (doubleArea < 0 && pass == Pass.SOLID)) {
            return;
        }
        int side = frame.sidePx();
        int left = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx)) - 0.5f));
        int right = (int) Math.min(side - 1, Math.ceil(Math.max(ax, Math.max(bx, cx)) - 0.5f) - 1);
        int top = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5f));
        int bottom = (int) Math.min(side - 1, Math.ceil(Math.max(ay, Math.max(by, cy)) - 0.5f) - 1);
        if (left > right || top > bottom) {
            return;
        }
        fragment.triangle = triangle;
        fragment.footprint = footprint(surface, triangle, doubleArea);
        float[] nearness = frame.nearness();
        float nearA = seen[a + 2];
        float nearB = seen[b + 2];
        float nearC = seen[c + 2];
        float stepA = (cy - by) / doubleArea;
        float stepB = (ay - cy) / doubleArea;
        for (int row = top; row <= bottom; row++) {
            float x = left + 0.5f;
            float y = row + 0.5f;
            float startA = ((bx - x) * (y - cy) - (cx - x) * (y - by)) / doubleArea;
            float startB = ((cx - x) * (y - ay) - (ax - x) * (y - cy)) / doubleArea;
            for (int column = left; column <= right; column++) {
                float wa = startA + (column - left) * stepA;
                float wb = startB + (column - left) * stepB;
                float wc = 1 - wa - wb;
                if (wa < 0 || wb < 0 || wc < 0) {
                    continue;
                }
                float near = wa * nearA + wb * nearB + wc * nearC;
                int pixel = row * side + column;
                if (near > nearness[pixel]) {
                    fragment.first = wa * nearA / near;
                    fragment.second = wb * nearB / near;
                    fragment.third = 1 - fragment.first - fragment.second;
                    material.shade(fragment);
                    put(pixel, near, pass);
                }
            }
        }
    }

    /** Square root of the ratio of the triangle's areas in the texture and on the screen. */
    private static float footprint(Surface surface, int triangle, float doubleArea) {
        float[] uvs = surface.uvs();
        int a = 2 * surface.uvCorners()[3 * triangle];
        int b = 2 * surface.uvCorners()[3 * triangle + 1];
        int c = 2 * surface.uvCorners()[3 * triangle + 2];
        float uvArea = (uvs[b] - uvs[a]) * (uvs[c + 1] - uvs[a + 1]) - (uvs[c] - uvs[a]) * (uvs[b + 1] - uvs[a + 1]);
        return (float) Math.sqrt(Math.abs(uvArea / doubleArea));
    }

    private void put(int pixel, float near, Pass pass) {
        boolean opaque = pass == Pass.SOLID || fragment.alpha >= Pass.OPAQUE;
        if (opaque != (pass != Pass.SHEER) || fragment.alpha < FAINTEST) {
            return;
        }
        float[] light = frame.light();
        float share = opaque ? 1 : fragment.alpha;
        light[3 * pixel] += share * (fragment.red - light[3 * pixel]);
        light[3 * pixel + 1] += share * (fragment.green - light[3 * pixel + 1]);
        light[3 * pixel + 2] += share * (fragment.blue - light[3 * pixel + 2]);
        if (opaque) {
            frame.nearness()[pixel] = near;
        }
    }
}
