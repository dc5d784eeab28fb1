package org.facies.metric;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/**
 * Evaluates one model at one level. Proportions of subjects get Wilson's interval, areas that of the jackknife over
 * subjects in log odds; all else, and proportions of photos (photos of one subject are not independent), get the
 * subject bootstrap. docs/decisions/0005-intervals.md says why.
 */
final class LevelEvaluator {
    /** Every resample adds its own chance differences within the bins, so its percentiles lie above the value. */
    private static final String BIASED_BY_RESAMPLING = "resampling inflates the calibration error; it has no interval";

    private final Level level;
    private final List<String> classes;
    private final List<Prediction> predictions;
    private final FigureSet figures;
    private final Scores scores;
    private final UndefinedReason reasons;
    private final BootstrapScores bootstrap;

    LevelEvaluator(
            Level level,
            List<String> classes,
            List<Prediction> predictions,
            SharedResamples resamples,
            FigureSet figures) {
        this.level = level;
        this.classes = classes;
        this.predictions = predictions;
        this.figures = figures;
        List<Case> cases = Case.of(level, predictions, classes);
        Sample sample = new Sample(cases, classes.size(), figures.parts());
        this.scores = sample.scores();
        this.reasons = new UndefinedReason(scores, classes);
        this.bootstrap = new BootstrapScores(sample, cases, resamples).prepared(figures);
    }

    LevelEvaluation evaluate() {
        Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : figures.metrics()) {
            metrics.put(metric, estimate(metric));
        }
        Map<String, ClassEvaluation> perClass = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            perClass.put(classes.get(c), evaluateClass(c));
        }
        List<FoldScores> folds = folds();
        Map<Metric, FoldSpread> overFolds = new EnumMap<>(Metric.class);
        for (Metric metric : figures.metrics()) {
            overFolds.put(metric, FoldSpread.of(folds, metric));
        }
        Confusion confusion = scores.confusion();
        return new LevelEvaluation(confusion.n(), metrics, perClass, confusion.rows(), folds, overFolds);
    }

    private Estimate estimate(Metric metric) {
        double value = scores.get(metric);
        return Double.isNaN(value)
                ? new Estimate(value, Interval.UNDEFINED, Estimate.BCA, reasons.of(metric))
                : estimate(value, metric.figure());
    }

    private ClassEvaluation evaluateClass(int c) {
        Map<ClassMetric, Estimate> metrics = new EnumMap<>(ClassMetric.class);
        for (ClassMetric metric : figures.classMetrics()) {
            metrics.put(metric, estimate(metric, c));
        }
        return new ClassEvaluation(metrics, scores.confusion().support(c));
    }

    private Estimate estimate(ClassMetric metric, int c) {
        double value = scores.get(metric, c);
        ScoreFigure figure = metric.figure(c);
        if (Double.isNaN(value)) {
            String method = isOfIndependent(figure) ? Estimate.WILSON : Estimate.BCA;
            return new Estimate(value, Interval.UNDEFINED, method, reasons.of(metric, c));
        }
        return estimate(value, figure);
    }

    /** A defined value with its interval. */
    private Estimate estimate(double value, ScoreFigure figure) {
        return switch (figure.interval()) {
            case NONE -> new Estimate(value, Interval.UNDEFINED, Estimate.NONE, BIASED_BY_RESAMPLING);
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

    private List<FoldScores> folds() {
        Map<Integer, List<Prediction>> byFold = predictions.stream()
                .collect(Collectors.groupingBy(Prediction::fold, TreeMap::new, Collectors.toList()));
        return byFold.entrySet().stream()
                .map(fold -> foldScores(fold.getKey(), fold.getValue()))
                .toList();
    }

    private FoldScores foldScores(int fold, List<Prediction> ofFold) {
        Scores own = new Sample(Case.of(level, ofFold, classes), classes.size(), figures.parts()).scores();
        UndefinedReason why = new UndefinedReason(own, classes);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        Map<Metric, String> undefined = new EnumMap<>(Metric.class);
        for (Metric metric : figures.metrics()) {
            values.put(metric, own.get(metric));
            if (Double.isNaN(own.get(metric))) {
                undefined.put(metric, why.of(metric));
            }
        }
        return new FoldScores(fold, own.confusion().n(), values, undefined);
    }
}
