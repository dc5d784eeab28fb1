package org.facies.metric;

import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/** A share of subjects with Wilson's interval. */
public final class Share {

    private Share() {}

    /**
     * Successes among cases.
     *
     * @param n number of cases; for none the value is NaN
     * @param ifNone why, in the words of the report
     */
    public static Estimate of(long successes, long n, String ifNone) {
        Interval interval = Proportion.wilson(successes, n, EvaluationSettings.CONFIDENCE);
        return n == 0
                ? new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.WILSON, ifNone)
                : new Estimate((double) successes / n, interval, Estimate.WILSON, "");
    }
}
