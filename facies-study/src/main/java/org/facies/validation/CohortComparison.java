package org.facies.validation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SingleNetworks;
import org.facies.metric.SubjectFigure;
import org.facies.metric.UnpairedDifference;
import org.facies.result.PerformanceChange;
import org.facies.result.PerformanceChange.Change;

/** Compares the performance of a model in its run with its performance on another cohort, over subjects. */
final class CohortComparison {

    private CohortComparison() {}

    /** The model and the cohorts of the results. */
    record Title(String model, String study, Metric declared) {}

    /** Facts about the other cohort. */
    record Remarks(List<String> notes, List<String> warnings) {}

    /**
     * Compares.
     *
     * @param internal out of fold
     * @param members predictions of each fold's network for the other cohort
     * @param external predictions of all networks together for the other cohort
     * @param unknown subjects of the other cohort that are refused as unknown
     */
    static PerformanceChange of(
            Title title,
            PredictionTable internal,
            List<PredictionTable> members,
            PredictionTable together,
            Evaluation external,
            Optional<PerformanceChange.UnknownFaces> unknown,
            Remarks remarks) {
        Set<String> present =
                together.predictions().stream().map(Prediction::diagnosis).collect(Collectors.toSet());
        PredictionTable comparable = new PredictionTable(
                internal.classes(),
                internal.predictions().stream()
                        .filter(prediction -> present.contains(prediction.diagnosis()))
                        .toList());
        EvaluationSettings settings = external.settings();
        LevelEvaluation inside =
                Evaluation.of(comparable, settings).models().get(title.model()).subject();
        LevelEvaluation outside = external.models().get(title.model()).subject();
        UnpairedDifference difference = new UnpairedDifference(comparable, together, settings);
        Map<Metric, Change> metrics = new EnumMap<>(Metric.class);
        SingleNetworks networks = new SingleNetworks(comparable, members, settings);
        Map<Metric, Change> single = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            metrics.put(metric, new Change(inside.get(metric), outside.get(metric), difference.of(metric)));
            single.put(metric, new Change(inside.get(metric), networks.mean(metric), networks.difference(metric)));
        }
        Map<String, Change> recall = new LinkedHashMap<>();
        for (String name : internal.classes()) {
            recall.put(
                    name,
                    new Change(
                            inside.perClass().get(name).get(ClassMetric.RECALL),
                            outside.perClass().get(name).get(ClassMetric.RECALL),
                            difference.ofRecall(name)));
        }
        return new PerformanceChange(
                title.model(),
                title.study(),
                title.declared(),
                members.size(),
                inside.n(),
                outside.n(),
                metrics,
                Optional.of(single),
                recall,
                members.stream().map(member -> alone(member, title.declared())).toList(),
                unknown,
                remarks.notes(),
                remarks.warnings());
    }

    private static double alone(PredictionTable member, Metric metric) {
        return SubjectFigure.of(member, metric, new EvaluationSettings(2, 0)).value();
    }
}
