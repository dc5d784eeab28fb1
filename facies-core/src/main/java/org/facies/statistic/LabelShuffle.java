package org.facies.statistic;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Permuted labels, as if they were independent of the cases (Fisher and Yates).
 */
public final class LabelShuffle {

    private LabelShuffle() {}

    /**
     * Shuffles the labels within each fold, so that every fold keeps its class counts.
     *
     * @param labels int[n]
     * @param folds int[n], from 0
     * @return int[n], a new array
     */
    public static int[] withinFolds(int[] labels, int[] folds, UniformRandomProvider random) {
        int[] shuffled = labels.clone();
        for (int[] fold : Groups.of(folds)) {
            shuffle(shuffled, fold, random);
        }
        return shuffled;
    }

    private static void shuffle(int[] labels, int[] places, UniformRandomProvider random) {
        for (int i = places.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = labels[places[i]];
            labels[places[i]] = labels[places[j]];
            labels[places[j]] = kept;
        }
    }
}
