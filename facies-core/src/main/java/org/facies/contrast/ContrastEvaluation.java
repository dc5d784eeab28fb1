package org.facies.contrast;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.FoldSpread;
import org.facies.metric.Metric;
import org.facies.metric.PairedFigure;
import org.facies.metric.PairedFolds;
import org.facies.metric.PairedModels;
import org.facies.metric.PredictionTable;
import org.facies.statistic.MultipleTesting;

/**
 * Estimates planned contrasts over the subjects of a prediction table.
 *
 * <pre>{@code
 * List<Contrast> planned = Contrasts.ofFactors(List.of(start, loss));
 * ContrastResults results = ContrastEvaluation.of(table, planned, threads);
 * Estimate gain = results.planned().get(0).get(Metric.ACCURACY).theseModels();
 * }</pre>
 */
public final class ContrastEvaluation {
    /** The metrics of a contrast, in addition to the recall of each class. */
    public static final List<Metric> METRICS =
            List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY, Metric.MACRO_F1, Metric.AUC_OVR_MACRO_WITHIN_FOLDS);

    /** The metrics to which a margin applies. */
    private static final Set<Metric> WITH_MARGIN = Set.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY);

    private final PairedModels models;
    private final PairedFolds folds;
    private final List<String> classes;

    private ContrastEvaluation(List<PredictionTable> repeats, int threads) {
        this.models = new PairedModels(repeats, METRICS, threads);
        this.folds = new PairedFolds(repeats);
        this.classes = repeats.get(0).classes();
    }

    /**
     * Estimates contrasts. If the table contains several divisions into folds or several seeds, the value of a model is
     * the mean over them.
     *
     * @param contrasts of models in the table, with different names
     * @param threads at least 1; the result does not depend on it
     * @throws org.facies.input.BadInput if the models were not tested on the same photos
     */
    public static ContrastResults of(PredictionTable table, List<Contrast> contrasts, int threads) {
        return ofRepeats(table.repeats(), contrasts, threads);
    }

    /**
     * Estimates contrasts from one table for each division into folds and seed.
     *
     * @param repeats at least one, all with the same subjects and models
     */
    public static ContrastResults ofRepeats(List<PredictionTable> repeats, List<Contrast> contrasts, int threads) {
        Set<String> wanted = contrasts.stream()
                .flatMap(contrast -> contrast.weights().keySet().stream())
                .collect(Collectors.toSet());
        if (contrasts.isEmpty()) {
            throw new IllegalArgumentException("there is no contrast");
        }
        return new ContrastEvaluation(
                        repeats.stream()
                                .map(table -> table.only(prediction -> wanted.contains(prediction.model())))
                                .toList(),
                        threads)
                .evaluate(contrasts, repeats.size());
    }

    private ContrastResults evaluate(List<Contrast> contrasts, int repeats) {
        List<ContrastResult> results = contrasts.stream().map(this::result).toList();
        return new ContrastResults(
                models.subjects(),
                repeats,
                MultipleTesting.holm(
                        results,
                        result -> result.accuracyTest().pExact(),
                        (result, adjusted) ->
                                result.withTest(result.accuracyTest().withHolm(adjusted))),
                models.mcnemar(pairs(contrasts)));
    }

    private ContrastResult result(Contrast contrast) {
        Map<Metric, ContrastFigure> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : METRICS) {
            Optional<Double> margin = contrast.margin().filter(most -> WITH_MARGIN.contains(metric));
            metrics.put(metric, figure(contrast.weights(), new PairedFigure.OfAll(metric), margin));
        }
        Map<String, ContrastFigure> recall = new LinkedHashMap<>();
        for (String label : classes) {
            recall.put(label, figure(contrast.weights(), new PairedFigure.RecallOf(label), Optional.empty()));
        }
        return new ContrastResult(
                contrast, metrics, recall, AccuracyDifference.of(models.differences(contrast.weights())));
    }

    private ContrastFigure figure(Map<String, Double> weights, PairedFigure figure, Optional<Double> margin) {
        Estimate theseModels = models.estimate(weights, figure, EvaluationSettings.CONFIDENCE);
        FoldSpread retrained = folds.spread(weights, figure);
        return new ContrastFigure(
                theseModels,
                retrained,
                margin.map(most -> new MarginFindings(
                        MarginFinding.of(
                                models.estimate(weights, figure, MarginFinding.CONFIDENCE)
                                        .interval(),
                                most),
                        MarginFinding.of(folds.interval(retrained, weights, figure, MarginFinding.CONFIDENCE), most))));
    }

    /** Each pair once, regardless of its order. */
    private static List<List<String>> pairs(List<Contrast> contrasts) {
        Set<Set<String>> known = new HashSet<>();
        List<List<String>> pairs = new ArrayList<>();
        for (Contrast contrast : contrasts) {
            for (List<String> pair : contrast.pairs()) {
                if (known.add(Set.copyOf(pair))) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }
}
