package org.facies.reader;

import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/** Metrics of a reader, standardised to the class frequencies of the cohort. */
public record CorrectedFigures(Estimate accuracy, Estimate macroPrecision, Estimate macroF1, Estimate cohenKappa) {

    /** @param figures of a {@link PrevalenceCorrection} */
    static CorrectedFigures of(Map<Metric, Estimate> figures) {
        return new CorrectedFigures(
                figures.get(Metric.ACCURACY),
                figures.get(Metric.MACRO_PRECISION),
                figures.get(Metric.MACRO_F1),
                figures.get(Metric.COHEN_KAPPA));
    }

    /** The standardised metric; empty for a metric that is not standardised. */
    public Optional<Estimate> get(Metric metric) {
        return switch (metric) {
            case ACCURACY -> Optional.of(accuracy);
            case MACRO_PRECISION -> Optional.of(macroPrecision);
            case MACRO_F1 -> Optional.of(macroF1);
            case COHEN_KAPPA -> Optional.of(cohenKappa);
            default -> Optional.empty();
        };
    }
}
