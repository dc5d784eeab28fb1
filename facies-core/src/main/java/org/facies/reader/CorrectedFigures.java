package org.facies.reader;

import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/** Metrics of a reader as they would be if classes were as frequent as in the cohort. */
public record CorrectedFigures(Estimate accuracy, Estimate macroPrecision, Estimate macroF1, Estimate cohenKappa) {

    /** @param figures of a {@link PrevalenceCorrection} */
    static CorrectedFigures of(Map<Metric, Estimate> figures) {
        return new CorrectedFigures(
                figures.get(Metric.ACCURACY),
                figures.get(Metric.MACRO_PRECISION),
                figures.get(Metric.MACRO_F1),
                figures.get(Metric.COHEN_KAPPA));
    }
}
