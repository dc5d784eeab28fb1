package org.facies.power;

import org.facies.metric.Estimate;
import org.facies.statistic.Interval;

/**
 * The values of the fitted curves at a size larger than the cohort.
 *
 * @param size subjects of the rare class, more than the cohort has
 */
public record Extrapolated(int size, Estimate macroF1, Estimate recall) {
    /** The source of value and interval, in {@link Estimate#method}. */
    public static final String INVERSE_POWER_LAW = "inverse-power-law";

    /** The reason if no curve is fitted. */
    static final Estimate NONE = new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.NONE, "no curve is fitted");
}
