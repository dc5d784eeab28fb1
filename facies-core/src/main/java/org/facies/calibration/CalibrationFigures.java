package org.facies.calibration;

import java.util.function.Function;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;

/** Log loss, Brier score and calibration error, or the change in each, with 95 % intervals over subjects. */
public record CalibrationFigures(Estimate logLoss, Estimate brierSum, Estimate ece15) {

    static CalibrationFigures of(Function<Metric, Estimate> figures) {
        return new CalibrationFigures(
                figures.apply(Metric.LOG_LOSS), figures.apply(Metric.BRIER_SUM), figures.apply(Metric.ECE15));
    }
}
