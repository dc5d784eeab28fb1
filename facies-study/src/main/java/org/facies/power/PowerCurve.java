package org.facies.power;

import java.util.List;

/**
 * The results of draws of growing size from one cohort.
 *
 * @param label name of the cohort
 * @param rareClass the class that is counted
 * @param points by size, rising
 * @param whole the whole cohort, evaluated once
 * @param extrapolated beyond the cohort; empty if no curve could be fitted
 */
public record PowerCurve(
        String label,
        String rareClass,
        List<SizePoint> points,
        WholeCohort whole,
        List<Extrapolated> extrapolated,
        Answer answer) {
    public PowerCurve {
        points = List.copyOf(points);
        extrapolated = List.copyOf(extrapolated);
    }
}
