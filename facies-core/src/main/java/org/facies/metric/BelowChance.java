package org.facies.metric;

import org.facies.statistic.Interval;

/**
 * An area under a ROC curve whose whole interval lies below 0.5. Cross-validation has a negative bias where there is
 * nothing to learn: a case that is held out is missing from its own class in training, which moves what is fitted about
 * the class away from it (Parker, Günter and Bedo 2007). The fewer cases, the larger the bias.
 */
public final class BelowChance {
    /** What a reader of such an area has to know. */
    public static final String SENTENCE =
            "An area below 0.5 does not show that answers are reliably wrong: where there is nothing to learn,"
                    + " cross-validation gives areas below 0.5, because a subject that is held out is missing from its"
                    + " own class in training.";

    private BelowChance() {}

    /** Whether the interval of an area excludes 0.5 from below; false where it is undefined. */
    public static boolean isShownBy(Interval interval) {
        return interval.high() < 0.5;
    }
}
