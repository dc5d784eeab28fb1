package org.facies.report.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.facies.fold.FoldCounts;
import org.facies.metric.Baseline;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.report.text.LevelText;
import org.facies.report.text.Stamp;
import org.facies.result.AuditReport;
import org.facies.result.CohortRecord;
import org.facies.result.ContrastFairness;
import org.facies.result.HeadlineChoice;
import org.facies.result.MetricsFile;
import org.facies.result.ModelResult;
import org.facies.result.PerformanceChange;
import org.facies.result.SelectionTable;
import org.facies.result.StudyComparisons;
import org.facies.result.TrainingHistory;
import org.facies.subgroup.ColumnChoice;

/**
 * All data of a run directory that a report uses.
 *
 * @param cohort empty if there is no {@code cohort.json}
 * @param folds empty if there is no {@code folds.csv}
 * @param histories by model and fold; a model without histories is missing
 * @param choices empty if there is no {@code choice.csv}
 * @param validation empty for a study: its results are out of fold
 * @param outcomes by model; empty if there is no {@code predictions.csv}
 * @param audit empty if there is no {@code audit.json}
 */
public record Run(
        Origin origin,
        MetricsFile metrics,
        Optional<CohortRecord> cohort,
        Optional<FoldCounts> folds,
        Map<String, SortedMap<Integer, TrainingHistory>> histories,
        SelectionTable choices,
        Optional<PerformanceChange> validation,
        Map<String, Outcomes> outcomes,
        Optional<AuditReport> audit) {

    public Run {
        histories = Collections.unmodifiableMap(new LinkedHashMap<>(histories));
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    }

    /** The children on whom thresholds, calibration and prediction sets were fitted. */
    public String teachers() {
        return validation.isPresent() ? "the run, out of fold" : "the other folds";
    }

    /** The names of the classes in the report. */
    public DisplayNames names() {
        return DisplayNames.of(metrics);
    }

    /** The models that have metrics: in the order of the study, then those it does not name. */
    public List<String> models() {
        List<String> known = origin.models().stream().map(Origin.Model::name).toList();
        return Stream.concat(known.stream(), metrics.models().keySet().stream())
                .filter(metrics.models()::containsKey)
                .distinct()
                .toList();
    }

    /** In the order of confusion matrices. */
    public List<String> classes() {
        return metrics.labels();
    }

    /** Columns of the manifest that may be shown: the usual ones and those that the study names. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(ColumnChoice.USUAL);
        metrics.models()
                .values()
                .forEach(model ->
                        model.subgroups().ifPresent(own -> own.forEach(column -> columns.add(column.column()))));
        return columns;
    }

    /** The comparisons that the study planned. */
    public StudyComparisons planned() {
        return metrics.planned();
    }

    /** Planned contrasts whose models differ in more than the factor. */
    public List<ContrastFairness.Unfair> unfairContrasts() {
        return origin.study()
                .filter(study -> planned().contrasts().isPresent())
                .map(study -> new ContrastFairness(study).unfair())
                .orElse(List.of());
    }

    /** The results of a model. */
    public ModelResult model(String name) {
        return metrics.models().get(name);
    }

    public LevelText scores(String model, Level level) {
        return new LevelText(model(model).at(level));
    }

    /** The choice of the metric that selects the model of the headline. */
    public HeadlineChoice choice() {
        return origin.study().map(HeadlineChoice::of).orElse(HeadlineChoice.UNDECLARED);
    }

    /** The model of the headline; empty where no model has a value of the metric that it is chosen by. */
    public Optional<String> headlineModel() {
        Metric metric = choice().metric().metric();
        return choice().best(
                        models(), model -> model(model).subject().get(metric).value());
    }

    /** Whether models were trained in this run and tested out of fold, not imported or validated on another cohort. */
    public boolean isStudy() {
        return !origin.isImported() && validation.isEmpty();
    }

    /** The mark of pages and figures of this run. */
    public Stamp stamp() {
        return origin.isSynthetic() ? Stamp.SYNTHETIC : Stamp.of(cohort);
    }

    /** The baseline over subjects: always answering with the majority class. */
    public Baseline baseline() {
        return metrics.baseline().get(Level.SUBJECT);
    }
}
