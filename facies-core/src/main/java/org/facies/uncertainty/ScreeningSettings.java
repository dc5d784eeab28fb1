package org.facies.uncertainty;

import java.util.List;

/**
 * How "any syndrome against none" is judged.
 *
 * @param unaffected the class of children without a syndrome
 * @param sensitivity at which specificity is reported, in (0, 1)
 * @param specificity at which sensitivity is reported, in (0, 1)
 * @param prevalence shares of affected children for which predictive values are reported, each in (0, 1)
 */
public record ScreeningSettings(String unaffected, double sensitivity, double specificity, List<Double> prevalence) {

    public ScreeningSettings {
        prevalence = List.copyOf(prevalence);
    }

    /** Class {@code none}, 90 % and 95 %; one child in 1,000, in 100 and in 10 affected. */
    public static ScreeningSettings standard() {
        return new ScreeningSettings("none", 0.9, 0.95, List.of(0.001, 0.01, 0.1));
    }
}
