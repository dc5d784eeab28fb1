package org.facies.report.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a report tells of a run directory.
 *
 * @param cohort empty if there is no {@code cohort.json}
 * @param folds empty if there is no {@code folds.csv}
 * @param histories by model, folds in order; a model without histories is missing
 * @param choices empty if there is no {@code choice.csv}
 * @param validation empty for a study: its results are out of fold
 * @param outcomes by model; empty if there is no {@code predictions.csv}
 * @param audit empty if there is no {@code audit.json}
 */
public record Run(
        Study study,
        Metrics metrics,
        Optional<CohortSummary> cohort,
        Optional<FoldCounts> folds,
        Map<String, List<History>> histories,
        Choices choices,
        Optional<Validation> validation,
        Map<String, Outcomes> outcomes,
        Optional<List<AuditFinding>> audit) {

    public Run {
        histories = Collections.unmodifiableMap(new LinkedHashMap<>(histories));
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** On whom thresholds, scaling and sets were learnt. */
    public String teachers() {
        return validation.isPresent() ? "the run, out of fold" : "the other folds";
    }

    /** The models that have metrics: in the order of the study, then those it does not name. */
    public List<String> models() {
        List<String> measured = metrics.models();
        List<String> known = study.models().stream().map(Study.Model::name).toList();
        return Stream.concat(known.stream(), measured.stream())
                .filter(measured::contains)
                .distinct()
                .toList();
    }
}
