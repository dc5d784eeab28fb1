package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import org.facies.statistic.StratifiedBootstrap;

/**
 * One figure of one model over subjects, with its standard error: what models are chosen by.
 *
 * @param value NaN where undefined
 * @param standardError standard deviation over resamples of subjects, drawn within their class (Efron and Tibshirani
 *     1993, chapter 6); the chance of the training is not in it. NaN where fewer than two resamples define the figure
 * @param subjects that the figure is of
 */
public record SubjectFigure(double value, double standardError, int subjects) {

    /** The figure of the table's predictions, which are of one model. */
    public static SubjectFigure of(PredictionTable table, Metric metric, EvaluationSettings settings) {
        List<Case> cases = Case.of(Level.SUBJECT, table.predictions(), table.classes());
        Sample sample = new Sample(cases, table.classes().size());
        int[] strata = cases.stream().mapToInt(Case::truth).toArray();
        List<Double> resampled = new ArrayList<>();
        new StratifiedBootstrap(strata, settings.bootstrapResamples(), settings.seed()).forEach(drawn -> {
            double value = sample.scores(drawn).get(metric);
            if (!Double.isNaN(value)) {
                resampled.add(value);
            }
        });
        return new SubjectFigure(sample.scores().get(metric), deviation(resampled), cases.size());
    }

    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
        double squares =
                values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }
}
