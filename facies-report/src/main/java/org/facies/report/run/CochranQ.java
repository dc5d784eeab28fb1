package org.facies.report.run;

import org.facies.metric.JointComparison;
import org.facies.report.text.Numbers;

/**
 * Cochran's Q test of all models together on the same cases.
 *
 * @param statistic NaN if undefined
 * @param p NaN if undefined
 */
public record CochranQ(double statistic, int degreesOfFreedom, double p) {

    static CochranQ of(JointComparison core) {
        return new CochranQ(core.statistic(), core.degreesOfFreedom(), core.p());
    }

    /** {@code Q = 13.29, 3 degrees of freedom, p = 0.004}. */
    public String text() {
        return "Q\u00a0=\u00a0" + Numbers.statistic(statistic) + ", " + degreesOfFreedom
                + " degrees of freedom, p\u00a0" + Numbers.relation(p);
    }
}
