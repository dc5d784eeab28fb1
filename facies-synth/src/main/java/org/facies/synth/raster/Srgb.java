package org.facies.synth.raster;

/** Converts between sRGB (IEC 61966-2-1) and linear light, both in [0, 1]. */
public final class Srgb {

    private static final float[] OF_BYTE = ofBytes();

    private Srgb() {}

    public static double toLinear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    public static double fromLinear(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    /** Linear light of an 8-bit sRGB sample. */
    public static float toLinear(byte sample) {
        return OF_BYTE[sample & 0xFF];
    }

    private static float[] ofBytes() {
        float[] light = new float[256];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) toLinear(i / 255.0);
        }
        return light;
    }
}
