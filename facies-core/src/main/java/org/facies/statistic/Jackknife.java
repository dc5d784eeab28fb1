package org.facies.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Leaves out each unit in turn (Efron and Tibshirani 1993, chapter 11). */
public final class Jackknife {

    private Jackknife() {}

    /**
     * Computes something without each unit.
     *
     * @param units how many there are
     * @param ofSample takes int[units]: 1 for each unit but one, which has 0; the array is reused, so copy what must last.
     *     Called from several threads at once
     * @param threads at least 1; the result does not depend on it
     * @return by the unit left out
     */
    public static <T> List<T> map(int units, Function<int[], T> ofSample, int threads) {
        return ParallelRange.map(units, threads, (from, to) -> {
            List<T> results = new ArrayList<>();
            int[] kept = new int[units];
            Arrays.fill(kept, 1);
            for (int unit = from; unit < to; unit++) {
                kept[unit] = 0;
                results.add(ofSample.apply(kept));
                kept[unit] = 1;
            }
            return results;
        });
    }
}
