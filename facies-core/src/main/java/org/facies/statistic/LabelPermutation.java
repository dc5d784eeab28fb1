package org.facies.statistic;

import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

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
     * @param figure takes int[subjects], labels in the order of the subjects; the array is reused. Shuffles for which
     *     it is NaN count as at least as high
     * @param permutations how often, for example 2,000
     * @param seed the same seed gives the same shuffles
     */
    public static LabelPermutation of(int[] labels, ToDoubleFunction<int[]> figure, int permutations, long seed) {
        double observed = figure.applyAsDouble(labels.clone());
        UniformRandomProvider random = RandomStreams.of(seed);
        int[] shuffled = labels.clone();
        int asHigh = 0;
        double sum = 0;
        for (int permutation = 0; permutation < permutations; permutation++) {
            LabelShuffle.inPlace(shuffled, random);
            double value = figure.applyAsDouble(shuffled);
            sum += value;
            asHigh += value < observed - ROUNDING ? 0 : 1;
        }
        double p = Double.isNaN(observed) ? observed : (1.0 + asHigh) / (1.0 + permutations);
        return new LabelPermutation(observed, sum / permutations, p, permutations);
    }
}
