package org.facies.synth.raster;

import java.util.ArrayList;
import java.util.List;
import org.facies.image.Rgba;

/**
 * A square picture in linear light, premultiplied by its alpha, with versions of half, a quarter … of the size
 * (Williams 1983, "Pyramidal parametrics"), so that it can be sampled at any scale. Immutable.
 */
public final class Texture {

    private static final int CHANNELS = 4;

    private final int sidePx;
    private final float[][] levels;

    private Texture(int sidePx, float[][] levels) {
        this.sidePx = sidePx;
        this.levels = levels;
    }

    /** A texture of a square picture whose side is a power of two. */
    public static Texture of(Rgba picture) {
        byte[] data = picture.data();
        float[] texels = new float[data.length];
        for (int i = 0; i < data.length; i += CHANNELS) {
            float alpha = (data[i + 3] & 0xFF) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                texels[i + channel] = Srgb.toLinear(data[i + channel]) * alpha;
            }
            texels[i + 3] = alpha;
        }
        if (picture.widthPx() != picture.heightPx()) {
            throw new IllegalArgumentException(picture + " is not square");
        }
        return of(texels, picture.widthPx());
    }

    /**
     * A texture from texels.
     *
     * @param texels red, green, blue, alpha in turn, premultiplied linear light, row-major from the top
     * @param sidePx a power of two
     */
    public static Texture of(float[] texels, int sidePx) {
        if (Integer.bitCount(sidePx) != 1 || texels.length != CHANNELS * sidePx * sidePx) {
            throw new IllegalArgumentException(texels.length + " texels for a side of " + sidePx);
        }
        List<float[]> levels = new ArrayList<>();
        levels.add(texels);
        for (int side = sidePx / 2; side >= 1; side /= 2) {
            levels.add(halved(levels.get(levels.size() - 1), side));
        }
        return new Texture(sidePx, levels.toArray(float[][]::new));
    }

    private static float[] halved(float[] from, int side) {
        float[] to = new float[CHANNELS * side * side];
        int stride = 2 * side * CHANNELS;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = 2 * y * stride + 2 * x * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    to[(y * side + x) * CHANNELS + channel] = (from[at + channel]
                                    + from[at + CHANNELS + channel]
                                    + from[at + stride + channel]
                                    + from[at + stride + CHANNELS + channel])
                            / 4;
                }
            }
        }
        return to;
    }

    public int sidePx() {
        return sidePx;
    }

    /** The texels of full size; callers must not change them. */
    public float[] texels() {
        return levels[0];
    }

    /**
     * The colour at a place, interpolated between the four nearest texels and the two nearest levels.
     *
     * @param u from the left, v from the bottom, in [0, 1]; places outside have the colour of the edge
     * @param footprint width of a pixel in units of u and v
     * @param colour receives red, green, blue and alpha, premultiplied
     */
    public void sample(float u, float v, float footprint, float[] colour) {
        float texels = footprint * sidePx;
        float level = texels <= 1 ? 0 : Math.min(levels.length - 1.001f, log2(texels));
        int finer = (int) level;
        float coarserShare = level - finer;
        colour[0] = 0;
        colour[1] = 0;
        colour[2] = 0;
        colour[3] = 0;
        add(finer, u, v, 1 - coarserShare, colour);
        if (coarserShare > 0) {
            add(finer + 1, u, v, coarserShare, colour);
        }
    }

    /** Approximate binary logarithm: exact at powers of two, with an error of at most 0.09 between them. */
    private static float log2(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (bits >>> 23) - 127 + (bits & 0x7FFFFF) / (float) 0x800000;
    }

    private void add(int level, float u, float v, float share, float[] colour) {
        int side = sidePx >> level;
        float[] texels = levels[level];
        float x = Math.max(0, Math.min(side - 1, u * side - 0.5f));
        float y = Math.max(0, Math.min(side - 1, (1 - v) * side - 0.5f));
        int left = (int) x;
        int top = (int) y;
        float fx = x - left;
        float fy = y - top;
        int right = left + 1 < side ? CHANNELS : 0;
        int below = top + 1 < side ? CHANNELS * side : 0;
        int at = CHANNELS * (top * side + left);
        float w00 = share * (1 - fx) * (1 - fy);
        float w10 = share * fx * (1 - fy);
        float w01 = share * (1 - fx) * fy;
        float w11 = share * fx * fy;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int c = at + channel;
            colour[channel] += w00 * texels[c]
                    + w10 * texels[c + right]
                    + w01 * texels[c + below]
                    + w11 * texels[c + right + below];
        }
    }
}
