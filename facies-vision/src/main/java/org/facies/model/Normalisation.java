package org.facies.model;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import org.facies.image.Rgb;

/**
 * Converts pixels to network input: {@code (x - mean) / scale} for each channel, in the order red, green, blue.
 *
 * @param mean three numbers, subtracted from pixel values, 0 to 255
 * @param scale three divisors, above zero
 */
public record Normalisation(List<Float> mean, List<Float> scale) {

    /** ArcFace and similar networks: −1..1. */
    public static final Normalisation ARCFACE = of(127.5f, 127.5f);

    /** dlib: minus the mean colour of its training photos, then −0.5..0.6. */
    public static final Normalisation DLIB =
            new Normalisation(List.of(122.782f, 117.001f, 104.298f), Collections.nCopies(3, 256f));

    public Normalisation {
        mean = List.copyOf(mean);
        scale = List.copyOf(scale);
        if (mean.size() != 3 || scale.size() != 3) {
            throw new IllegalArgumentException("one mean and one scale are needed for each of red, green and blue");
        }
        if (mean.stream().anyMatch(m -> !Float.isFinite(m))
                || scale.stream().anyMatch(s -> !Float.isFinite(s) || s <= 0)) {
            throw new IllegalArgumentException("mean " + mean + ", scale " + scale);
        }
    }

    /** The same mean and scale for all three channels. */
    public static Normalisation of(float mean, float scale) {
        return new Normalisation(Collections.nCopies(3, mean), Collections.nCopies(3, scale));
    }

    /**
     * Appends one picture as float[3][height][width].
     *
     * @param picture any size
     * @param target receives {@code 3 · height · width} numbers from its position on
     */
    public void write(Rgb picture, FloatBuffer target) {
        int pixels = picture.widthPx() * picture.heightPx();
        byte[] data = picture.data();
        float[] plane = new float[pixels];
        for (int channel = 0; channel < 3; channel++) {
            float[] values = values(channel);
            for (int i = 0; i < pixels; i++) {
                plane[i] = values[data[3 * i + channel] & 0xff];
            }
            target.put(plane);
        }
    }

    /** The normalised value of each pixel value in a channel, float[256]. */
    private float[] values(int channel) {
        float[] values = new float[256];
        for (int x = 0; x < 256; x++) {
            values[x] = (x - mean.get(channel)) / scale.get(channel);
        }
        return values;
    }
}
