package org.facies.onnx;

import java.nio.FloatBuffer;

/**
 * How the numbers of a tensor are distributed, counted as they come and in the memory of one array: when a number lies
 * outside, the bins become twice as wide.
 */
public final class ActivationHistogram {

    private static final int HALF = 2048;
    private static final float SMALLEST = 0x1p-20f;

    private long[] counts = new long[2 * HALF];
    private double reach = SMALLEST;
    private float low;
    private float high;

    /** Counts the numbers from position to limit; 0 always belongs to the range. */
    public void add(FloatBuffer numbers) {
        while (numbers.hasRemaining()) {
            float number = numbers.get();
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException("not a finite activation: " + number);
            }
            low = Math.min(low, number);
            high = Math.max(high, number);
            while (Math.abs(number) >= reach) {
                widen();
            }
            counts[HALF + (int) Math.floor(number / reach * HALF)]++;
        }
    }

    private void widen() {
        long[] wider = new long[2 * HALF];
        for (int bin = 0; bin < counts.length; bin++) {
            wider[HALF / 2 + bin / 2] += counts[bin];
        }
        counts = wider;
        reach *= 2;
    }

    /** From the smallest to the largest number. */
    public ActivationRange whole() {
        return new ActivationRange(low, high);
    }
}
