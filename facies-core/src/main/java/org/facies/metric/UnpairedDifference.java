package org.facies.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/**
 * How much better or worse a model does on other subjects: the metric of one sample minus that of another, independent
 * one. Accuracy and recall get Newcombe's interval (1998, method 10); balanced accuracy, a mean of recalls, is put
 * together from the same Wilson intervals (Zou and Donner 2008), which keep their width where a class is always or
 * never classified correctly; everything else gets that of a bootstrap that draws the subjects of each sample by
 * themselves, within their class.
 */
public final class UnpairedDifference {
    /** Where an interval of two independent proportions comes from. */
    public static final String NEWCOMBE = "newcombe";

    /** Where an interval of a mean of differences of proportions comes from. */
    public static final String MOVER = "mover-wilson";

    private final PredictionTable before;
    private final PredictionTable after;
    private final EvaluationSettings settings;

    /**
     * Prepares the comparison of two samples of one model each.
     *
     * @param before the sample that is subtracted
     * @param after of the same classes, and of other subjects
     */
    public UnpairedDifference(PredictionTable before, PredictionTable after, EvaluationSettings settings) {
        if (!before.classes().equals(after.classes())) {
            throw new IllegalArgumentException("not of the same classes: " + before.classes() + ", " + after.classes());
        }
        this.before = before;
        this.after = after;
        this.settings = settings;
    }

    /** The difference over subjects; NaN with a reason where the metric is undefined in one of the samples. */
    public Estimate of(Metric metric) {
        List<Case> firstSubjects = subjects(before);
        List<Case> secondSubjects = subjects(after);
        Sample first = new Sample(firstSubjects, before.classes().size());
        Sample second = new Sample(secondSubjects, after.classes().size());
        double value = second.scores().get(metric) - first.scores().get(metric);
        if (Double.isNaN(value)) {
            return undefined(metric.label() + " is undefined in one of the two cohorts");
        }
        if (metric == Metric.ACCURACY) {
            Confusion was = first.scores().confusion();
            Confusion is = second.scores().confusion();
            return newcombe(value, is.correct(), is.n(), was.correct(), was.n());
        }
        if (metric == Metric.BALANCED_ACCURACY) {
            return meanRecall(value, first.scores().confusion(), second.scores().confusion());
        }
        EvaluationSettings other = new EvaluationSettings(settings.bootstrapResamples(), settings.seed() + 1);
        double[] drawnBefore = SubjectResamples.of(firstSubjects, settings).values(first, metric);
        double[] drawnAfter = SubjectResamples.of(secondSubjects, other).values(second, metric);
        double[] differences = IntStream.range(0, drawnBefore.length)
                .mapToDouble(i -> drawnAfter[i] - drawnBefore[i])
                .toArray();
        Estimate percentile = ResampledFigures.percentile(value, differences);
        return metric == Metric.ECE15 ? ResampledFigures.calibrationError(percentile, -1) : percentile;
    }

    /** The difference of one class's recall; NaN with a reason where one of the samples has no subject of it. */
    public Estimate ofRecall(String diagnosis) {
        int index = before.classes().indexOf(diagnosis);
        Confusion was = confusion(before);
        Confusion is = confusion(after);
        if (was.support(index) == 0 || is.support(index) == 0) {
            return undefined("no subject of " + diagnosis + " in one of the two cohorts");
        }
        return newcombe(
                is.recall(index) - was.recall(index),
                is.correct(index),
                is.support(index),
                was.correct(index),
                was.support(index));
    }

    private static Estimate meanRecall(double value, Confusion was, Confusion is) {
        double down = 0;
        double up = 0;
        int present = 0;
        for (int c = 0; c < was.classes(); c++) {
            if ((was.support(c) == 0) != (is.support(c) == 0)) {
                return undefined("the two cohorts do not have the same classes");
            }
            if (was.support(c) > 0) {
                Interval interval = newcombe(0, is.correct(c), is.support(c), was.correct(c), was.support(c))
                        .interval();
                double difference = is.recall(c) - was.recall(c);
                down += Math.pow(difference - interval.low(), 2);
                up += Math.pow(interval.high() - difference, 2);
                present++;
            }
        }
        Interval interval = new Interval(value - Math.sqrt(down) / present, value + Math.sqrt(up) / present);
        return new Estimate(value, interval, MOVER, "");
    }

    private static List<Case> subjects(PredictionTable table) {
        return Case.of(Level.SUBJECT, table.predictions(), table.classes());
    }

    private static Confusion confusion(PredictionTable table) {
        return new Sample(subjects(table), table.classes().size()).scores().confusion();
    }

    private static Estimate newcombe(double value, long correct, long n, long correctBefore, long nBefore) {
        Interval interval = Proportion.newcombe(correct, n, correctBefore, nBefore, EvaluationSettings.CONFIDENCE);
        return new Estimate(value, interval, NEWCOMBE, "");
    }

    private static Estimate undefined(String reason) {
        return new Estimate(Double.NaN, Interval.UNDEFINED, Estimate.NONE, reason);
    }
}
