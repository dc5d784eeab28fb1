package org.facies.onnx;

import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Counts the distribution of a tensor's numbers in the memory of one array. When a number lies outside the bins, the
 * bins become twice as wide.
 */
public final class ActivationHistogram {

    private static final int HALF = 2048;
    private static final int CANDIDATES = 100;
    private static final int ROUNDS = 2;
    private static final float SMALLEST = 0x1p-20f;

    private long[] counts = new long[2 * HALF];
    private double reach = SMALLEST;
    private float low;
    private float high;

    /** Counts the numbers from position to limit; 0 is always part of the range. */
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

    /** The range from the smallest to the largest number. */
    ActivationRange whole() {
        return new ActivationRange(low, high);
    }

    /**
     * The range with the smallest mean square error of uint8. Numbers beyond it are clipped, which helps if a few large
     * ones would make the steps coarse for all others. Each end is searched in hundredths of the whole range.
     */
    public ActivationRange closest() {
        ActivationRange range = whole();
        for (int round = 0; round < ROUNDS; round++) {
            ActivationRange withLow = range;
            range = best(k -> new ActivationRange(withLow.low(), high * k / CANDIDATES));
            ActivationRange withHigh = range;
            range = best(k -> new ActivationRange(low * k / CANDIDATES, withHigh.high()));
        }
        return range;
    }

    private ActivationRange best(IntFunction<ActivationRange> candidates) {
        return IntStream.rangeClosed(1, CANDIDATES)
                .mapToObj(candidates)
                .min(Comparator.comparingDouble(this::squareError))
                .orElseThrow();
    }

    /** The sum over all numbers: a twelfth of a step squared within the range, the distance squared beyond it. */
    private double squareError(ActivationRange range) {
        double rounding = (double) range.scale() * range.scale() / 12;
        double error = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double middle = (bin - HALF + 0.5) * reach / HALF;
            double beyond = Math.max(0, Math.max(middle - range.high(), range.low() - middle));
            error += counts[bin] * (rounding + beyond * beyond);
        }
        return error;
    }
}
