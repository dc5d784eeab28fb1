package org.facies.statistic;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Whether a figure is higher than chance: the labels of subjects are shuffled, so that the photos of a subject keep one
 * label together.
 *
 * @param observed the figure with the true labels
 * @param mean over the shuffles
 * @param p one-sided, (1 + shuffles at least as high) / (1 + shuffles), never 0 (Phipson and Smyth 2010); NaN if the
 *     observed figure is
 * @param permutations how often labels were shuffled
 */
public record LabelPermutation(double observed, double mean, double p, int permutations) {

    /** Figures that differ by rounding alone count as equal. */
    private static final double ROUNDING = 1e-12;

    /**
     * Shuffles.
     *
     * @param labels int[subjects]
     * @param figure takes int[subjects], labels in the order of the subjects; the array is reused. Shuffles for which it is
     *     NaN count as at least as high
     * @param permutations how often, for example 2,000
     * @param seed the same seed gives the same shuffles
     */
    public static LabelPermutation of(int[] labels, ToDoubleFunction<int[]> figure, int permutations, long seed) {
        double observed = figure.applyAsDouble(labels.clone());
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int[] shuffled = labels.clone();
        int asHigh = 0;
        double sum = 0;
        for (int permutation = 0; permutation < permutations; permutation++) {
            shuffle(shuffled, random);
            double value = figure.applyAsDouble(shuffled);
            sum += value;
            asHigh += value < observed - ROUNDING ? 0 : 1;
        }
        double p = Double.isNaN(observed) ? observed : (1.0 + asHigh) / (1.0 + permutations);
        return new LabelPermutation(observed, sum / permutations, p, permutations);
    }

    private static void shuffle(int[] values, UniformRandomProvider random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }
}
