package org.facies.metric;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/** A share of subjects with Wilson's interval. */
public final class Share {

    private Share() {}

    /**
     * Successes among some of the subjects.
     *
     * @param of who counts as a case, by position
     * @param which of the cases are successes, by position
     * @param ifNone why, in the words of the report
     */
    public static Estimate among(HeldOutSubjects subjects, IntPredicate of, IntPredicate which, String ifNone) {
        int[] cases = IntStream.range(0, subjects.size()).filter(of).toArray();
        return of(IntStream.of(cases).filter(which).count(), cases.length, ifNone);
    }

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
