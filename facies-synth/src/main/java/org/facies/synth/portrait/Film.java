package org.facies.synth.portrait;

import java.util.SplittableRandom;
import org.facies.image.Rgb;
import org.facies.synth.raster.Frame;
import org.facies.synth.raster.Srgb;

/** Turns light into a photo: lens blur, sensor noise, a soft limit of bright parts, and conversion to sRGB. */
final class Film {

    private static final float SHOULDER = 0.5f;
    private static final int CURVE_STEPS = 4096;
    private static final float CURVE_END = 4;
    private static final float[] CURVE = curve();
    private static final long NOISE_STREAM = 0x5DEECE66DL;

    private Film() {}

    /**
     * The photo.
     *
     * @param frame drawn at {@code samples} times the photo's side length
     */
    static Rgb develop(Frame frame, int samples, Scene scene) {
        int side = frame.sidePx() / samples;
        float[] light = reduced(frame, samples);
        blur(light, side, scene.blur() * side / 1000);
        SplittableRandom random = new SplittableRandom(scene.seed() ^ NOISE_STREAM);
        float exposure = (float) scene.light().exposure();
        byte[] data = new byte[light.length];
        for (int i = 0; i < light.length; i += 3) {
            double shared = scene.noise() * 0.8 * random.nextGaussian();
            for (int channel = 0; channel < 3; channel++) {
                double value =
                        tone(light[i + channel] * exposure) + shared + scene.noise() * 0.6 * random.nextGaussian();
                data[i + channel] = (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
            }
        }
        return new Rgb(side, side, data);
    }

    private static float[] reduced(Frame frame, int samples) {
        int side = frame.sidePx() / samples;
        float[] from = frame.light();
        float[] to = new float[3 * side * side];
        float share = 1f / (samples * samples);
        for (int row = 0; row < side * samples; row++) {
            for (int column = 0; column < side * samples; column++) {
                int source = 3 * (row * frame.sidePx() + column);
                int target = 3 * (row / samples * side + column / samples);
                // a highlight counts at most as twice white; otherwise a single sample would make a jagged edge
                to[target] += share * Math.min(2, from[source]);
                to[target + 1] += share * Math.min(2, from[source + 1]);
                to[target + 2] += share * Math.min(2, from[source + 2]);
            }
        }
        return to;
    }

    private static void blur(float[] light, int side, double sigmaPx) {
        if (sigmaPx < 0.15) {
            return;
        }
        int reach = (int) Math.ceil(3 * sigmaPx);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigmaPx * sigmaPx));
            sum += kernel[i + reach];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        float[] rows = new float[light.length];
        convolve(light, rows, side, 3, kernel);
        convolve(rows, light, side, 3 * side, kernel);
    }

    /** Convolves along one axis; pixels beyond the edge are equal to the edge. */
    private static void convolve(float[] from, float[] to, int side, int step, float[] kernel) {
        int reach = kernel.length / 2;
        for (int i = 0; i < from.length; i++) {
            int position = i / step % side;
            float sum = 0;
            for (int k = -reach; k <= reach; k++) {
                int clamped = Math.max(-position, Math.min(side - 1 - position, k));
                sum += kernel[k + reach] * from[i + clamped * step];
            }
            to[i] = sum;
        }
    }

    private static float tone(float light) {
        float at = Math.min(CURVE_END, Math.max(0, light)) / CURVE_END;
        // more steps in dark parts, where the curve is steep
        return CURVE[Math.round((float) Math.sqrt(at) * (CURVE_STEPS - 1))];
    }

    private static float[] curve() {
        float[] curve = new float[CURVE_STEPS];
        for (int i = 0; i < CURVE_STEPS; i++) {
            double at = i / (CURVE_STEPS - 1.0);
            double light = at * at * CURVE_END;
            double rolled = light < SHOULDER
                    ? light
                    : SHOULDER + (1 - SHOULDER) * (1 - Math.exp(-(light - SHOULDER) / (1 - SHOULDER)));
            curve[i] = (float) Srgb.fromLinear(rolled);
        }
        return curve;
    }
}
