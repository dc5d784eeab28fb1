package org.facies.subgroup;

import org.facies.metric.Estimate;
import org.facies.metric.Share;
import org.facies.statistic.Interval;

/**
 * Hides metrics of small groups, which are uncertain and can identify a child.
 *
 * @param fewest number of subjects with which a metric is shown, at least 1
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
                Double.NaN, Interval.UNDEFINED, Estimate.NONE, "fewer than " + fewest + " children, not shown");
    }
}
