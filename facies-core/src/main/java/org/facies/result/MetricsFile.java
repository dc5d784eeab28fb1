package org.facies.result;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.cohort.NamedClass;
import org.facies.metric.Baseline;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.reader.ReaderAgreement;
import org.facies.reader.ReaderEvaluation;
import org.facies.reader.ReaderSample;
import org.facies.reader.ReaderStudy;
import org.facies.reader.ReadingResults;
import org.facies.schema.Inline;
import org.facies.uncertainty.ModelUncertainty;
import org.facies.uncertainty.UncertaintyEvaluation;

/**
 * The content of {@code metrics.json}.
 *
 * <pre>{@code
 * MetricsFile.of(evaluation, uncertainty).withReaders(readers).write(run.metrics());
 * Estimate accuracy = MetricsFile.read(run.metrics()).models().get("cosface").subject().get(Metric.ACCURACY);
 * }</pre>
 *
 * @param classes in the order of confusion matrices
 * @param intervals how intervals were made
 * @param baseline what always answering with the majority class would score
 * @param models by name, in the order of {@code predictions.csv}
 * @param tests between the models, and with readers
 * @param planned what the study planned to compare
 * @param readerSample which cases the readers judged; there where {@code readers} are
 * @param readers by name; empty where none judged the same cases
 * @param agreement of the readers; empty for a single one
 * @param reading what answers with a model, repeats and the order of the cases say; its keys are there only next to
 *     {@code readers}
 */
public record MetricsFile(
        List<NamedClass> classes,
        EvaluationSettings intervals,
        Map<Level, Baseline> baseline,
        Map<String, ModelResult> models,
        ComparisonResults tests,
        @Inline StudyComparisons planned,
        Optional<ReaderSample> readerSample,
        Optional<Map<String, ReaderEvaluation>> readers,
        Optional<ReaderAgreement> agreement,
        @Inline ReadingResults reading) {
    /** How the file is written and read. */
    public static final ResultFile<MetricsFile> FILE = ResultFile.of(MetricsFile.class, KeyAgreement::defects);

    public MetricsFile {
        classes = List.copyOf(classes);
        baseline = Collections.unmodifiableMap(new EnumMap<>(baseline));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        readers = readers.map(known -> Collections.unmodifiableMap(new LinkedHashMap<>(known)));
    }

    /** An evaluation, with labels as names of classes. */
    public static MetricsFile of(Evaluation evaluation) {
        return of(evaluation, Map.of());
    }

    /** An evaluation with the uncertainty of each model. */
    public static MetricsFile of(Evaluation evaluation, UncertaintyEvaluation uncertainty) {
        return of(evaluation, uncertainty.models());
    }

    private static MetricsFile of(Evaluation evaluation, Map<String, ModelUncertainty> uncertainty) {
        Map<String, ModelResult> models = new LinkedHashMap<>();
        evaluation
                .models()
                .forEach((name, model) ->
                        models.put(name, ModelResult.of(model, Optional.ofNullable(uncertainty.get(name)))));
        return new MetricsFile(
                evaluation.classes().stream().map(NamedClass::of).toList(),
                evaluation.settings(),
                evaluation.baseline(),
                models,
                ComparisonResults.of(evaluation.tests()),
                StudyComparisons.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReadingResults.NONE);
    }

    /** The same with these names for classes; labels that are no class of this file are left out. */
    public MetricsFile withNames(List<NamedClass> names) {
        Map<String, NamedClass> byLabel = new LinkedHashMap<>();
        names.forEach(name -> byLabel.put(name.label(), name));
        return new MetricsFile(
                classes.stream()
                        .map(own -> byLabel.getOrDefault(own.label(), own))
                        .toList(),
                intervals,
                baseline,
                models,
                tests,
                planned,
                readerSample,
                readers,
                agreement,
                reading);
    }

    /** The same with these readers, in place of any that were there. */
    public MetricsFile withReaders(ReaderStudy study) {
        return new MetricsFile(
                classes,
                intervals,
                baseline,
                models,
                tests.with(study.tests()),
                planned,
                Optional.of(study.sample()),
                Optional.of(study.readers()),
                study.agreement(),
                study.further());
    }

    /** The same with what the study planned to compare. */
    public MetricsFile with(StudyComparisons comparisons) {
        return new MetricsFile(
                classes, intervals, baseline, models, tests, comparisons, readerSample, readers, agreement, reading);
    }

    /** Labels of the classes, in order. */
    public List<String> labels() {
        return classes.stream().map(NamedClass::label).toList();
    }

    public void write(Path json) {
        FILE.write(json, this);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws org.facies.input.BadInput if it is missing, of another format, or not as written
     */
    public static MetricsFile read(Path json) {
        return FILE.read(json);
    }
}
