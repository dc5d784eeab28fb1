package org.facies.power;

import java.util.List;
import java.util.Optional;

/**
 * The settings of a sample size study.
 *
 * @param rareClass the class that is counted; empty for the one with the fewest subjects
 * @param growth which classes grow
 * @param sizes numbers of subjects of the rare class to draw; empty for eight up to all of them
 * @param repeats number of draws of each size, at least 2
 * @param folds of the cross-validation in each draw, at least 2
 * @param targetRecall target recall of the rare class, in (0, 1)
 * @param seed of draws, folds and resampling
 */
public record PowerSettings(
        Optional<String> rareClass,
        Growth growth,
        List<Integer> sizes,
        int repeats,
        int folds,
        double targetRecall,
        long seed) {

    public PowerSettings {
        sizes = List.copyOf(sizes);
        if (repeats < 2 || folds < 2 || !(targetRecall > 0 && targetRecall < 1)) {
            throw new IllegalArgumentException(repeats + " repeats, " + folds + " folds, recall " + targetRecall);
        }
    }
}
