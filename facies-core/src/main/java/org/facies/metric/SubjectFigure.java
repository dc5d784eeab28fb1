package org.facies.metric;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One metric of one model over subjects, with its standard error, by which models are chosen.
 *
 * @param value NaN where undefined
 * @param standardError standard deviation over resamples of subjects, drawn within their class (Efron and Tibshirani
 *     1993, chapter 6); the chance of the training is not in it. NaN where fewer than two resamples define the metric
 * @param subjects that the metric is of
 */
public record SubjectFigure(double value, double standardError, int subjects) {

    /** The metric of the table's predictions, which are of one model. */
    public static SubjectFigure of(PredictionTable table, Metric metric, EvaluationSettings settings) {
        List<Case> subjects = Case.of(Level.SUBJECT, table.predictions(), table.classes());
        Sample sample = new Sample(subjects, table.classes().size());
        double[] drawn = SubjectResamples.of(subjects, settings).values(sample, metric);
        return new SubjectFigure(sample.scores().get(metric), deviation(drawn), subjects.size());
    }

    private static double deviation(double[] values) {
        double[] defined = DoubleStream.of(values).filter(x -> !Double.isNaN(x)).toArray();
        double mean = DoubleStream.of(defined).average().orElse(Double.NaN);
        double squares =
                DoubleStream.of(defined).map(x -> (x - mean) * (x - mean)).sum();
        return defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1));
    }
}
