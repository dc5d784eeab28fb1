package org.facies.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Resamples units (subjects) with replacement within their stratum (class), so that every resample has the class counts
 * of the sample. Efron and Tibshirani 1993, chapter 6; percentile intervals come from {@link Interval#percentile}.
 */
public final class StratifiedBootstrap {
    private final int units;
    private final int[][] members;
    private final int resamples;
    private final long seed;

    /**
     * Prepares the resampling.
     *
     * @param stratumOfUnit int[units], strata numbered from 0
     * @param resamples how often to resample
     * @param seed the same seed and strata give the same resamples
     */
    public StratifiedBootstrap(int[] stratumOfUnit, int resamples, long seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("resamples must be positive: " + resamples);
        }
        this.units = stratumOfUnit.length;
        this.members = Groups.of(stratumOfUnit);
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * Computes something of each resample, on several threads. Each resample has its own generator, so the result does
     * not depend on how many threads there are.
     *
     * @param ofResample takes int[units]: how often each unit was drawn; the array is reused, so copy what must last.
     *     Called from several threads at once
     * @param threads at least 1
     * @return in the order of resamples
     */
    public <T> List<T> map(Function<int[], T> ofResample, int threads) {
        return ParallelRange.map(resamples, threads, (from, to) -> between(from, to, ofResample));
    }

    private <T> List<T> between(int from, int to, Function<int[], T> ofResample) {
        List<T> results = new ArrayList<>();
        int[] drawn = new int[units];
        for (int resample = from; resample < to; resample++) {
            draw(drawn, resample);
            results.add(ofResample.apply(drawn));
        }
        return results;
    }

    /**
     * Hands over each resample in turn.
     *
     * @param consumer takes int[units]: how often each unit was drawn; the array is reused, so copy what must last
     */
    public void forEach(Consumer<int[]> consumer) {
        int[] drawn = new int[units];
        for (int resample = 0; resample < resamples; resample++) {
            draw(drawn, resample);
            consumer.accept(drawn);
        }
    }

    private void draw(int[] drawn, int resample) {
        UniformRandomProvider random = RandomStreams.numbered(seed, resample);
        Arrays.fill(drawn, 0);
        for (int[] stratum : members) {
            for (int draw = 0; draw < stratum.length; draw++) {
                drawn[stratum[random.nextInt(stratum.length)]]++;
            }
        }
    }
}
