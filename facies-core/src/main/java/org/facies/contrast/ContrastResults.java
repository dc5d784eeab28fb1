package org.facies.contrast;

import java.util.List;
import org.facies.metric.ModelComparison;

/**
 * The planned contrasts of {@code metrics.json}.
 *
 * @param subjects number of subjects on whom all models were tested
 * @param repeats how often each model was trained on all folds; estimates are means over the repeats
 * @param planned the contrasts in the order of the plan
 * @param mcnemar McNemar's test of each pair of models in the contrasts, corrected for their number; empty with
 *     several repeats
 */
public record ContrastResults(int subjects, int repeats, List<ContrastResult> planned, List<ModelComparison> mcnemar) {

    public ContrastResults {
        planned = List.copyOf(planned);
        mcnemar = List.copyOf(mcnemar);
    }
}
