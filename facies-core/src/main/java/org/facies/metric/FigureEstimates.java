package org.facies.metric;

import java.util.ArrayList;
import java.util.List;
import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/**
 * The metrics of one model on one sample, each with its interval: this class alone decides which interval a metric has.
 * Proportions of subjects get Wilson's, areas that of the jackknife over subjects in log odds, calibration errors the
 * mirrored bootstrap's; all else, and proportions of photos (photos of one subject are not independent), get the
 * subject bootstrap's. docs/decisions/0005-intervals.md says why.
 *
 * <pre>{@code
 * Estimate logLoss = FigureEstimates.of(subjects, FigureSet.PROBABILITIES, resamples).get(Metric.LOG_LOSS);
 * }</pre>
 */
public final class FigureEstimates {
    private final Level level;
    private final Scores scores;
    private final UndefinedReason reasons;
    private final BootstrapScores bootstrap;

    /** For any metric; resamples are computed on request. */
    FigureEstimates(Level level, List<Case> cases, List<String> classes, SharedResamples resamples) {
        this.level = level;
        Sample sample = new Sample(cases, classes.size());
        this.scores = sample.scores();
        this.reasons = new UndefinedReason(scores, classes);
        this.bootstrap = new BootstrapScores(sample, cases, resamples);
    }

    /**
     * For some metrics.
     *
     * @param figures that will be requested; they are resampled together
     */
    FigureEstimates(Level level, List<Case> cases, List<String> classes, SharedResamples resamples, FigureSet figures) {
        this.level = level;
        Sample sample = new Sample(cases, classes.size(), figures.parts());
        this.scores = sample.scores();
        this.reasons = new UndefinedReason(scores, classes);
        this.bootstrap = new BootstrapScores(sample, cases, resamples).prepared(figures);
    }

    /**
     * Of subjects. A metric has the same interval as in {@link Evaluation} of the same predictions with the same
     * settings.
     *
     * @param figures that will be asked for
     */
    public static FigureEstimates of(HeldOutSubjects subjects, FigureSet figures, SharedResamples resamples) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            cases.add(new Case(
                    subjects.id(i), subjects.id(i), subjects.fold(i), subjects.truth(i), subjects.probabilities(i)));
        }
        return new FigureEstimates(Level.SUBJECT, cases, subjects.classes(), resamples, figures);
    }

    /** A metric; NaN with a reason where it is undefined. */
    public Estimate get(Metric metric) {
        double value = scores.get(metric);
        return Double.isNaN(value)
                ? new Estimate(value, Interval.UNDEFINED, Estimate.BCA, reasons.of(metric))
                : estimate(value, metric.figure());
    }

    /** A metric of one class, by its position; NaN with a reason where it is undefined. */
    public Estimate get(ClassMetric metric, int c) {
        double value = scores.get(metric, c);
        ScoreFigure figure = metric.figure(c);
        if (Double.isNaN(value)) {
            String method = isOfIndependent(figure) ? Estimate.WILSON : Estimate.BCA;
            return new Estimate(value, Interval.UNDEFINED, method, reasons.of(metric, c));
        }
        return estimate(value, figure);
    }

    /**
     * The metric minus that of the same cases with other probabilities, drawn with the same settings; NaN with a reason
     * where one of them is undefined.
     */
    public Estimate less(FigureEstimates other, Metric metric) {
        double value = scores.get(metric) - other.scores.get(metric);
        return Double.isNaN(value)
                ? new Estimate(
                        value, Interval.UNDEFINED, Estimate.BCA, metric.label() + " is undefined for one of the models")
                : bootstrap.difference(value, other.bootstrap, metric.figure());
    }

    Scores scores() {
        return scores;
    }

    /** A defined value with its interval. */
    private Estimate estimate(double value, ScoreFigure figure) {
        return switch (figure.interval()) {
            case MIRRORED -> bootstrap.mirrored(value, figure);
            case AREA -> bootstrap.area(value, figure);
            case PROPORTION -> isOfIndependent(figure) ? wilson(value, figure) : bootstrap.estimate(value, figure);
            case BOOTSTRAP -> bootstrap.estimate(value, figure);
        };
    }

    /** Whether it is a proportion of cases that are independent. */
    private boolean isOfIndependent(ScoreFigure figure) {
        return level == Level.SUBJECT && figure.share().isPresent();
    }

    private Estimate wilson(double value, ScoreFigure proportion) {
        ScoreFigure.Cases share = proportion.share().orElseThrow().apply(scores.confusion());
        Interval interval = Proportion.wilson(share.some(), share.all(), EvaluationSettings.CONFIDENCE);
        return new Estimate(value, interval, Estimate.WILSON, "");
    }
}
