package org.facies.metric;

import java.util.List;

/**
 * Difference of a metric between two models of a table on the same cases. Both models use the same resamples of
 * subjects, so subjects that are hard for both do not widen the interval.
 */
public final class PairedDifference {

    private final FigureEstimates first;
    private final FigureEstimates second;

    /**
     * Prepares the comparison of the table's first two models.
     *
     * @param table both models predicted the same photos
     */
    public PairedDifference(PredictionTable table, Level level, EvaluationSettings settings) {
        List<String> models = table.models();
        this.first = drawn(table, models.get(0), level, settings);
        this.second = drawn(table, models.get(1), level, settings);
    }

    private static FigureEstimates drawn(
            PredictionTable table, String model, Level level, EvaluationSettings settings) {
        return new FigureEstimates(
                level,
                Case.of(level, table.of(model), table.classes()),
                table.classes(),
                new SharedResamples(settings, 1));
    }

    /**
     * The second model's metric minus the first's, with the bootstrap's interval; NaN where one of them is undefined.
     */
    public Estimate of(Metric metric) {
        return second.less(first, metric);
    }
}
