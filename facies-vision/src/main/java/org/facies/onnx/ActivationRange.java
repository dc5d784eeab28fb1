package org.facies.onnx;

/**
 * The range of a tensor's numbers.
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

    /** The size of one step of uint8; 1 if every number is 0. */
    float scale() {
        return high == low ? 1 : (high - low) / STEPS;
    }

    /** The step that represents 0, from 0 to 255; 0 is therefore exact, as padding requires. */
    int zeroPoint() {
        return Math.round(-low / scale());
    }
}
