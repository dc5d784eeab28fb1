package org.facies.metric;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.statistic.Interval;
import org.facies.statistic.Proportion;

/**
 * Evaluates one model at one level. Proportions of subjects get Wilson's interval, areas that of the jackknife over
 * subjects in log odds; all else, and proportions of photos (photos of one subject are not independent), get the subject
 * bootstrap. docs/decisions/0005-intervals.md says why.
 */
final class LevelEvaluator {
    /** Every resample adds its own chance differences within the bins, so its percentiles lie above the value. */
    private static final String BIASED_BY_RESAMPLING = "resampling inflates the calibration error; it has no interval";

    private static final Set<ClassMetric> PROPORTIONS =
            EnumSet.of(ClassMetric.PRECISION, ClassMetric.RECALL, ClassMetric.SPECIFICITY);

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
        if (Double.isNaN(value)) {
            return new Estimate(value, Interval.UNDEFINED, Estimate.BCA, reasons.of(metric));
        }
        if (metric == Metric.ECE15) {
            return new Estimate(value, Interval.UNDEFINED, Estimate.NONE, BIASED_BY_RESAMPLING);
        }
        if (level == Level.SUBJECT && metric == Metric.ACCURACY) {
            Confusion confusion = scores.confusion();
            return wilson(value, confusion.correct(), confusion.n());
        }
        return metric == Metric.AUC_OVR_MACRO || metric == Metric.AUC_HAND_TILL
                ? bootstrap.area(value, ScoreFigure.of(metric))
                : bootstrap.estimate(value, ScoreFigure.of(metric));
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
        boolean proportion = level == Level.SUBJECT && PROPORTIONS.contains(metric);
        if (Double.isNaN(value)) {
            String method = proportion ? Estimate.WILSON : Estimate.BCA;
            return new Estimate(value, Interval.UNDEFINED, method, reasons.of(metric, c));
        }
        if (metric == ClassMetric.AUC) {
            return bootstrap.area(value, ScoreFigure.of(metric, c));
        }
        return proportion ? wilson(metric, c) : bootstrap.estimate(value, ScoreFigure.of(metric, c));
    }

    private Estimate wilson(ClassMetric metric, int c) {
        Confusion confusion = scores.confusion();
        double value = scores.get(metric, c);
        return switch (metric) {
            case PRECISION -> wilson(value, confusion.correct(c), confusion.predicted(c));
            case RECALL -> wilson(value, confusion.correct(c), confusion.support(c));
            case SPECIFICITY -> wilson(value, confusion.trueNegatives(c), confusion.n() - confusion.support(c));
            case F1, AUC, AVERAGE_PRECISION ->
                throw new IllegalArgumentException(metric + " is not a proportion of cases");
        };
    }

    private static Estimate wilson(double value, long successes, long n) {
        Interval interval = Proportion.wilson(successes, n, EvaluationSettings.CONFIDENCE);
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
