package org.facies.power;

import org.facies.metric.Estimate;
import org.facies.statistic.Interval;

/**
 * What the fitted curves say of a size that no draw had.
 *
 * @param size subjects of the rare class, more than the cohort has
 */
public record Extrapolated(int size, Estimate macroF1, Estimate recall) {
    /** Where value and interval come from, in {@link Estimate#method}. */
    public static final String INVERSE_POWER_LAW = "inverse-power-law";

    /** Stands where no curve is fitted. */
    static final Estimate NONE = new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.NONE, "no curve is fitted");
}
