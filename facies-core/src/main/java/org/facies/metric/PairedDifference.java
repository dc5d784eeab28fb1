package org.facies.metric;

import java.util.List;
import org.facies.statistic.Interval;

/**
 * How much better one model of a table is than another on the same cases. Every resample of subjects is drawn for both
 * models alike, so what makes a subject hard for both does not widen the interval.
 */
public final class PairedDifference {

    private final Drawn first;
    private final Drawn second;

    private record Drawn(Scores scores, BootstrapScores resamples) {}

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

    private static Drawn drawn(PredictionTable table, String model, Level level, EvaluationSettings settings) {
        List<Case> cases = Case.of(level, table.of(model), table.classes());
        Sample sample = new Sample(cases, table.classes().size());
        return new Drawn(sample.scores(), new BootstrapScores(sample, cases, new SharedResamples(settings, 1)));
    }

    /**
     * The second model's figure minus the first's, with the bootstrap's interval; NaN where one of them is undefined.
     */
    public Estimate of(Metric metric) {
        double value = second.scores().get(metric) - first.scores().get(metric);
        return Double.isNaN(value)
                ? new Estimate(
                        value, Interval.UNDEFINED, Estimate.BCA, metric.label() + " is undefined for one of the models")
                : second.resamples().difference(value, first.resamples(), metric.figure());
    }
}
