package org.facies.result;

import java.util.Optional;
import org.facies.contrast.ContrastResults;
import org.facies.contrast.RepeatResults;
import org.facies.contrast.SplitResults;

/**
 * What a study planned to compare.
 *
 * @param contrasts between its models; empty where none is planned
 * @param repeats of the cross-validation; empty where it was done once
 * @param splits by subject and by photo; empty where the cohort was divided in one way
 */
public record StudyComparisons(
        Optional<ContrastResults> contrasts, Optional<RepeatResults> repeats, Optional<SplitResults> splits) {
    /** Nothing. */
    public static final StudyComparisons NONE =
            new StudyComparisons(Optional.empty(), Optional.empty(), Optional.empty());
}
