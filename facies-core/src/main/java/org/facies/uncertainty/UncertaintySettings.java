package org.facies.uncertainty;

import java.util.Optional;
import org.facies.metric.EvaluationSettings;

/**
 * How the uncertainty of models is evaluated.
 *
 * @param intervals how intervals are made
 * @param screening what counts as unaffected, and the operating points
 * @param fewestSubjects below which metrics of a subgroup are hidden, at least 1
 * @param primary the model whose tests between subgroups are a family of their own; empty for the first
 */
public record UncertaintySettings(
        EvaluationSettings intervals, ScreeningSettings screening, int fewestSubjects, Optional<String> primary) {
    /** Metrics of fewer subjects are hidden. */
    public static final int FEWEST_SUBJECTS = 10;

    /** The standard screening and {@link #FEWEST_SUBJECTS}. */
    public static UncertaintySettings standard(EvaluationSettings intervals) {
        return new UncertaintySettings(intervals, ScreeningSettings.standard(), FEWEST_SUBJECTS, Optional.empty());
    }
}
