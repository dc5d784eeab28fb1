package org.facies.metric;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Evaluates one model at one level: over all folds, by class, and each fold by itself. */
final class LevelEvaluator {
    private final Level level;
    private final List<String> classes;
    private final List<Prediction> predictions;
    private final Set<String> unanswered;
    private final FigureSet figures;
    private final FigureEstimates estimates;

    LevelEvaluator(
            Level level,
            List<String> classes,
            List<Prediction> predictions,
            SharedResamples resamples,
            FigureSet figures) {
        this(level, classes, predictions, Set.of(), resamples, figures);
    }

    /** @param unanswered ids of the cases for which no class was named */
    LevelEvaluator(
            Level level,
            List<String> classes,
            List<Prediction> predictions,
            Set<String> unanswered,
            SharedResamples resamples,
            FigureSet figures) {
        this.level = level;
        this.classes = classes;
        this.predictions = predictions;
        this.unanswered = Set.copyOf(unanswered);
        this.figures = figures;
        this.estimates = new FigureEstimates(level, cases(predictions), classes, resamples, figures);
    }

    private List<Case> cases(List<Prediction> some) {
        return Case.of(level, some, classes, unanswered);
    }

    LevelEvaluation evaluate() {
        Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : figures.metrics()) {
            metrics.put(metric, estimates.get(metric));
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
        Confusion confusion = estimates.scores().confusion();
        return new LevelEvaluation(confusion.n(), metrics, perClass, confusion.rows(), folds, overFolds);
    }

    private ClassEvaluation evaluateClass(int c) {
        Map<ClassMetric, Estimate> metrics = new EnumMap<>(ClassMetric.class);
        for (ClassMetric metric : figures.classMetrics()) {
            metrics.put(metric, estimates.get(metric, c));
        }
        return new ClassEvaluation(metrics, estimates.scores().confusion().support(c));
    }

    private List<FoldScores> folds() {
        Map<Integer, List<Prediction>> byFold = predictions.stream()
                .collect(Collectors.groupingBy(Prediction::fold, TreeMap::new, Collectors.toList()));
        return byFold.entrySet().stream()
                .map(fold -> foldScores(fold.getKey(), fold.getValue()))
                .toList();
    }

    private FoldScores foldScores(int fold, List<Prediction> ofFold) {
        Scores own = new Sample(cases(ofFold), classes.size(), figures.parts()).scores();
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
