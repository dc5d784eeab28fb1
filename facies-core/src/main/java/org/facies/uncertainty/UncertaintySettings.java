package org.facies.uncertainty;

import org.facies.metric.EvaluationSettings;

/**
 * How the uncertainty of models is evaluated.
 *
 * @param intervals how intervals are made
 * @param screening what counts as unaffected, and the operating points
 * @param fewestSubjects below which figures of a subgroup are hidden, at least 1
 */
public record UncertaintySettings(EvaluationSettings intervals, ScreeningSettings screening, int fewestSubjects) {
    /** Figures of fewer subjects are hidden. */
    public static final int FEWEST_SUBJECTS = 10;

    /** The standard screening and {@link #FEWEST_SUBJECTS}. */
    public static UncertaintySettings standard(EvaluationSettings intervals) {
        return new UncertaintySettings(intervals, ScreeningSettings.standard(), FEWEST_SUBJECTS);
    }
}
