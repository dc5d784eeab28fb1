package org.facies.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.metric.ClassMetric;
import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.LevelEvaluation;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectFigure;
import org.facies.metric.UnpairedDifference;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * How a model does elsewhere: the content of {@code validation.json}. All figures are over subjects.
 *
 * @param model of the run
 * @param study the run's name
 * @param declared key of the metric by which the study judges models
 * @param networks folds whose networks were averaged
 * @param internalSubjects of the run that are compared with: those of classes that the other cohort has
 * @param externalSubjects of the other cohort
 * @param metrics by their keys
 * @param recall by class
 * @param each the declared metric of each fold's network alone, on the other cohort; NaN where undefined
 * @param notes what a reader has to know, a sentence each
 * @param warnings of the other cohort's manifest, a sentence and a remedy each; they may name photos and subjects
 */
public record Drop(
        String model,
        String study,
        String declared,
        int networks,
        long internalSubjects,
        long externalSubjects,
        Map<String, Change> metrics,
        Map<String, Change> recall,
        List<Double> each,
        List<String> notes,
        List<String> warnings) {
    private static final RecordFormat<Drop> FORMAT = RecordFormat.of(Drop.class, Undefined.AS_NULL);

    /**
     * One figure here and there.
     *
     * @param internal out of fold, in the run
     * @param external on the other cohort
     * @param difference external minus internal
     */
    public record Change(Estimate internal, Estimate external, Estimate difference) {}

    public Drop {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
        each = List.copyOf(each);
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
    }

    /** The content of {@code validation.json}. */
    public ObjectNode json() {
        return FORMAT.write(this);
    }

    /** Whose results these are. */
    record Title(String model, String study, Metric declared) {}

    /** What is to be known of the other cohort. */
    record Remarks(List<String> notes, List<String> warnings) {}

    /**
     * Compares.
     *
     * @param internal out of fold
     * @param members what each fold's network says of the other cohort
     * @param external of what they say together
     */
    static Drop of(
            Title title,
            PredictionTable internal,
            List<PredictionTable> members,
            PredictionTable together,
            Evaluation external,
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
        Map<String, Change> metrics = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            metrics.put(metric.key(), new Change(inside.get(metric), outside.get(metric), difference.of(metric)));
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
        return new Drop(
                title.model(),
                title.study(),
                title.declared().key(),
                members.size(),
                inside.n(),
                outside.n(),
                metrics,
                recall,
                members.stream().map(member -> alone(member, title.declared())).toList(),
                remarks.notes(),
                remarks.warnings());
    }

    private static double alone(PredictionTable member, Metric metric) {
        return SubjectFigure.of(member, metric, new EvaluationSettings(2, 0)).value();
    }
}
