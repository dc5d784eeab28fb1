package org.facies.contrast;

import java.util.List;
import org.facies.metric.ModelComparison;

/**
 * The planned contrasts of {@code metrics.json}.
 *
 * @param subjects that all models were tested on
 * @param repeats how often each model was trained on all folds; figures are means over them
 * @param planned in the order in which they were planned
 * @param mcnemar each simple pair that a contrast is made of, once, corrected for their number; empty for several
 *     repeats
 */
public record ContrastResults(int subjects, int repeats, List<ContrastResult> planned, List<ModelComparison> mcnemar) {

    public ContrastResults {
        planned = List.copyOf(planned);
        mcnemar = List.copyOf(mcnemar);
    }
}
