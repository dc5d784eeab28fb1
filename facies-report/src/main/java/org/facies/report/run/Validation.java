package org.facies.report.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.facies.metric.Metric;
import org.facies.report.text.EstimateText;
import org.facies.statistic.Interval;

/**
 * How a run's model does on another cohort, from {@code validation.json}.
 *
 * @param declared key of the metric by which the study judges models
 * @param networks folds whose networks were averaged
 * @param metrics by their keys
 * @param recall by class
 * @param each the declared metric of each network alone, where it is defined
 * @param notes naming no subject
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

    private static final Pattern NAMED_SUBJECTS = Pattern.compile("(?<=also in the run) \\(.*\\)(?=\\.)");

    /** A figure in the run, on the other cohort, and external minus internal. */
    public record Change(EstimateText internal, EstimateText external, EstimateText difference) {}

    public Validation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
        each = List.copyOf(each);
        notes = List.copyOf(notes);
    }

    static Validation of(Keys file) {
        Keys metrics = file.group("metrics");
        List.of(Metric.values()).forEach(metric -> metrics.group(metric.key()));
        return new Validation(
                file.text("model"),
                file.text("study"),
                file.text("declared"),
                (int) file.whole("networks"),
                file.whole("internal_subjects"),
                file.whole("external_subjects"),
                changes(metrics),
                changes(file.group("recall")),
                file.list("each").stream()
                        .map(Keys::asNumber)
                        .filter(Double::isFinite)
                        .toList(),
                file.list("notes").stream()
                        .map(note -> withoutSubjects(note.asText()))
                        .toList());
    }

    /** A note may list subjects that are in both cohorts; the sentence with their number stays. */
    private static String withoutSubjects(String note) {
        return NAMED_SUBJECTS.matcher(note).replaceFirst("");
    }

    private static Map<String, Change> changes(Keys group) {
        Map<String, Change> changes = new LinkedHashMap<>();
        group.groups()
                .forEach((name, change) -> changes.put(
                        name,
                        new Change(
                                estimate(change.group("internal")),
                                estimate(change.group("external")),
                                estimate(change.group("difference")))));
        return changes;
    }

    private static EstimateText estimate(Keys figure) {
        return EstimateText.of(
                figure.number("value"),
                new Interval(figure.number("low"), figure.number("high")),
                figure.text("method"),
                figure.has("reason") ? figure.text("reason") : "");
    }
}
