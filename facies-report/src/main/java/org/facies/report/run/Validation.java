package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.statistic.Interval;

/**
 * How a run's model does on another cohort, from {@code validation.json}.
 *
 * @param declared key of the metric by which the study judges models
 * @param networks folds whose networks were averaged
 * @param metrics by their keys
 * @param recall by class
 * @param each the declared metric of each network alone, where it is defined
 */
public record Validation(
        String model,
        String study,
        String declared,
        int networks,
        long internalSubjects,
        long externalSubjects,
        Map<String, Change> metrics,
        Map<String, Change> recall,
        List<Double> each,
        List<String> notes) {

    /** A figure in the run, on the other cohort, and external minus internal. */
    public record Change(Estimate internal, Estimate external, Estimate difference) {}

    public Validation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
        each = List.copyOf(each);
        notes = List.copyOf(notes);
    }

    static Validation of(JsonNode tree) {
        List<Double> each = new ArrayList<>();
        tree.path("each").forEach(value -> {
            if (value.isNumber()) {
                each.add(value.doubleValue());
            }
        });
        List<String> notes = new ArrayList<>();
        tree.path("notes").forEach(note -> notes.add(note.asText()));
        return new Validation(
                tree.path("model").asText(),
                tree.path("study").asText(),
                tree.path("declared").asText(),
                tree.path("networks").asInt(),
                tree.path("internal_subjects").asLong(),
                tree.path("external_subjects").asLong(),
                changes(tree.path("metrics")),
                changes(tree.path("recall")),
                each,
                notes);
    }

    private static Map<String, Change> changes(JsonNode group) {
        Map<String, Change> changes = new LinkedHashMap<>();
        group.properties()
                .forEach(entry -> changes.put(
                        entry.getKey(),
                        new Change(
                                estimate(entry.getValue().path("internal")),
                                estimate(entry.getValue().path("external")),
                                estimate(entry.getValue().path("difference")))));
        return changes;
    }

    private static Estimate estimate(JsonNode node) {
        return Estimate.of(
                node.path("value").asDouble(Double.NaN),
                new Interval(
                        node.path("low").asDouble(Double.NaN), node.path("high").asDouble(Double.NaN)),
                node.path("method").asText(""),
                node.path("reason").asText(""));
    }
}
