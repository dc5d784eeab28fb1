package org.facies.onnx;

/**
 * What the numbers of a tensor lie between.
 *
 * @param low at most 0
 * @param high at least 0
 */
public record ActivationRange(float low, float high) {

    private static final int STEPS = 255;

    public ActivationRange {
        if (!(low <= 0 && high >= 0) || !Float.isFinite(high - low)) {
            throw new IllegalArgumentException("range " + low + " to " + high);
        }
    }

    /** How much one step of uint8 is worth; 1 where every number is 0. */
    float scale() {
        return high == low ? 1 : (high - low) / STEPS;
    }

    /** The step that stands for 0, from 0 to 255; 0 is therefore kept exactly, as padding needs it. */
    int zeroPoint() {
        return Math.round(-low / scale());
    }
}
