package org.facies.subgroup;

import org.facies.metric.Estimate;
import org.facies.metric.Share;
import org.facies.statistic.Interval;

/**
 * Figures of few children say little and can point at one of them: they are not shown.
 *
 * @param fewest subjects that a figure needs, at least 1
 */
record Hiding(int fewest) {

    Hiding {
        if (fewest < 1) {
            throw new IllegalArgumentException("fewest subjects: " + fewest);
        }
    }

    boolean hides(int n) {
        return n < fewest;
    }

    Estimate share(int successes, int n) {
        return hides(n) ? hidden() : Share.of(successes, n, "");
    }

    Estimate hidden() {
        return new Estimate(
                Double.NaN, Interval.UNDEFINED, Estimate.NONE, "fewer than " + fewest + " subjects, not shown");
    }
}
