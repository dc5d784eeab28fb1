package org.facies.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.facies.statistic.Interval;

/**
 * The weighted sum of several models' metrics in each fold, and what it would be if all were retrained on as many other
 * subjects (Nadeau and Bengio 2003; over repeats Bouckaert and Frank 2004). Folds that split the photos of a subject
 * cannot show that.
 */
public final class PairedFolds {
    static final String SINGLE_FOLD = "there is a single fold";
    static final String DIVIDED_SUBJECTS =
            "photos of one subject are in several folds, so the folds do not show what retraining would give";
    static final String OTHER_FOLDS = "the models do not have the same folds";

    private final List<String> classes;
    private final int repeats;
    private final List<Fold> folds;
    private final Optional<String> obstacle;

    private record Fold(String name, Map<String, Scores> models) {}

    /**
     * Computes the metrics of every fold.
     *
     * @param repeats one table for each division into folds and seed
     */
    public PairedFolds(List<PredictionTable> repeats) {
        this.classes = repeats.get(0).classes();
        this.repeats = repeats.size();
        this.obstacle = repeats.stream()
                .map(PairedFolds::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
        this.folds = new ArrayList<>();
        if (obstacle.isEmpty()) {
            repeats.forEach(this::add);
        }
    }

    /**
     * The spread over folds of a weighted sum.
     *
     * @param weights by model; other models do not count
     */
    public FoldSpread spread(Map<String, Double> weights, PairedFigure figure) {
        return spread(weights, figure, interval -> possible(interval, weights, figure));
    }

    private FoldSpread spread(Map<String, Double> weights, PairedFigure figure, UnaryOperator<Interval> possible) {
        if (obstacle.isPresent()) {
            return FoldSpread.undefined(Double.NaN, obstacle.get());
        }
        double[] values = new double[folds.size()];
        for (int f = 0; f < values.length; f++) {
            Fold fold = folds.get(f);
            for (Map.Entry<String, Double> weight : weights.entrySet()) {
                Scores scores = fold.models.get(weight.getKey());
                double value = value(scores, figure);
                if (Double.isNaN(value)) {
                    return FoldSpread.undefined(Double.NaN, reason(fold, weight.getKey(), scores, figure));
                }
                values[f] += weight.getValue() * value;
            }
        }
        return FoldSpread.of(values, repeats, possible);
    }

    /** The spread over folds of one model's metric, if it were retrained. */
    public FoldSpread spread(String model, Metric metric) {
        return spread(Map.of(model, 1.0), new PairedFigure.OfAll(metric), metric::possible);
    }

    /** The interval of a spread at another confidence; undefined where the spread has none. */
    public Interval interval(FoldSpread spread, Map<String, Double> weights, PairedFigure figure, double confidence) {
        return Double.isNaN(spread.retrained().low())
                ? Interval.UNDEFINED
                : possible(
                        Interval.overFolds(spread.mean(), spread.sd(), folds.size() / repeats, repeats, confidence),
                        weights,
                        figure);
    }

    private static Interval possible(Interval interval, Map<String, Double> weights, PairedFigure figure) {
        Metric metric = figure instanceof PairedFigure.OfAll all ? all.metric() : Metric.ACCURACY;
        return metric.possibleSum(interval, PairedModels.reach(weights));
    }

    private double value(Scores scores, PairedFigure figure) {
        return figure instanceof PairedFigure.RecallOf recall
                ? scores.get(ClassMetric.RECALL, classes.indexOf(recall.label()))
                : scores.get(((PairedFigure.OfAll) figure).metric());
    }

    private String reason(Fold fold, String model, Scores scores, PairedFigure figure) {
        UndefinedReason reasons = new UndefinedReason(scores, classes);
        String reason = figure instanceof PairedFigure.RecallOf recall
                ? reasons.of(ClassMetric.RECALL, classes.indexOf(recall.label()))
                : reasons.of(((PairedFigure.OfAll) figure).metric());
        return "undefined for " + model + " in " + fold.name + ": " + reason;
    }

    private static Optional<String> obstacle(PredictionTable table) {
        Map<String, Integer> foldOfSubject = new HashMap<>();
        Map<String, Map<String, Integer>> byModel = new HashMap<>();
        boolean divided = false;
        for (Prediction prediction : table.predictions()) {
            Map<String, Integer> own = byModel.computeIfAbsent(prediction.model(), none -> new HashMap<>());
            Integer before = own.putIfAbsent(prediction.subject(), prediction.fold());
            divided |= before != null && before != prediction.fold();
            foldOfSubject.putIfAbsent(prediction.subject(), prediction.fold());
        }
        if (divided) {
            return Optional.of(DIVIDED_SUBJECTS);
        }
        if (byModel.values().stream().anyMatch(own -> !own.equals(foldOfSubject))) {
            return Optional.of(OTHER_FOLDS);
        }
        return foldOfSubject.values().stream().distinct().count() < 2 ? Optional.of(SINGLE_FOLD) : Optional.empty();
    }

    private void add(PredictionTable table) {
        Map<Integer, List<Prediction>> byFold = table.predictions().stream()
                .collect(Collectors.groupingBy(Prediction::fold, TreeMap::new, Collectors.toList()));
        byFold.forEach((number, predictions) -> {
            Map<String, List<Prediction>> byModel =
                    predictions.stream().collect(Collectors.groupingBy(Prediction::model));
            Map<String, Scores> models = new HashMap<>();
            byModel.forEach((model, own) ->
                    models.put(model, new Sample(Case.of(Level.SUBJECT, own, classes), classes.size()).scores()));
            folds.add(new Fold("fold " + number, models));
        });
    }
}
