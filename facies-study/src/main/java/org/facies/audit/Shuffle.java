package org.facies.audit;

import org.apache.commons.rng.UniformRandomProvider;

/** Labels dealt anew, as they would lie if they had nothing to do with the photos. */
final class Shuffle {

    private Shuffle() {}

    /**
     * Shuffles the labels within each fold, so that every fold keeps its class counts.
     *
     * @param labels int[n]
     * @param folds int[n], from 0
     * @return int[n], a new array
     */
    static int[] withinFolds(int[] labels, int[] folds, UniformRandomProvider random) {
        int[] shuffled = labels.clone();
        for (int[] fold : Groups.of(folds)) {
            for (int i = fold.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int moved = shuffled[fold[i]];
                shuffled[fold[i]] = shuffled[fold[j]];
                shuffled[fold[j]] = moved;
            }
        }
        return shuffled;
    }
}
