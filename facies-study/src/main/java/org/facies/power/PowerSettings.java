package org.facies.power;

import java.util.List;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param rareClass the class that is counted; empty for that with the fewest subjects
 * @param growth what grows with it
 * @param sizes numbers of subjects of the rare class to draw; empty for eight up to all of them
 * @param repeats how often each size is drawn, at least 2
 * @param folds of the cross-validation in each draw, at least 2
 * @param targetRecall the recall of the rare class that is asked for, in (0, 1)
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
