package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Metric;
import org.facies.result.AuditReport;
import org.facies.result.EvaluationRecord;
import org.facies.result.PerformanceChange;
import org.facies.run.Provenance;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files next to {@code metrics.json} lack is said by the report. */
class RunFileKeysTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path run;

    @BeforeEach
    void writeRun() {
        SampleRun.complete(run);
        AuditReport.FILE.write(
                run.resolve("audit.json"),
                SampleAudit.of(new AuditReport.Finding(
                        "same person", AuditReport.Finding.Level.NOTHING_FOUND, "No two subjects look alike.")));
        PerformanceChange.FILE.write(run.resolve("validation.json"), validation());
    }

    private static PerformanceChange validation() {
        Estimate estimate = new Estimate(0.5, new Interval(0.4, 0.6), Estimate.WILSON, "");
        PerformanceChange.Change change = new PerformanceChange.Change(estimate, estimate, estimate);
        Map<Metric, PerformanceChange.Change> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            metrics.put(metric, change);
        }
        return new PerformanceChange(
                "cosface-pfm",
                "sample",
                Metric.ACCURACY,
                5,
                48,
                12,
                metrics,
                Optional.of(metrics),
                Map.of("none", change),
                List.of(0.5, 0.7, Double.NaN),
                Optional.of(new PerformanceChange.UnknownFaces(
                        0.05, 1.75, estimate, estimate, new TreeMap<>(Map.of("none", estimate, "noonan", estimate)))),
                List.of("3 subjects left out because the run has a photo (1) or an id (2) of theirs."),
                List.of());
    }

    @Test
    void notes_of_a_validation_are_shown_and_networks_without_a_value_are_not() throws Exception {
        String report = Files.readString(new ReportWriter().write(run));
        assertThat(report)
                .contains("has a photo (1) or an id (2) of theirs.")
                .contains("Accuracy of the single networks here: 0.500 to 0.700.");
    }

    @ParameterizedTest
    @CsvSource({
        "cohort.json, '', subjects, subjects",
        "cohort.json, '', refused, refused",
        "cohort.json, /classes/none, photos, classes.none.photos",
        "cohort.json, /subgroups/sex/female, subjects, subgroups.sex.female.subjects",
        "cohort.json, /refused/0, reason, refused[0].reason",
        "audit.json, '', findings, findings",
        "audit.json, /findings/0, level, findings[0].level",
        "validation.json, '', external_subjects, external_subjects",
        "validation.json, '', notes, notes",
        "validation.json, /metrics, macro_f1, metrics.macro_f1",
        "validation.json, /metrics/accuracy/difference, value, metrics.accuracy.difference.value",
        "study.yaml, '', name, name",
        "study.yaml, /folds, k, folds.k",
        "study.yaml, /models/1/training, epochs, models[1].training.epochs",
        "study.yaml, /provenance/models/dlib-resnet, licence, provenance.models.dlib-resnet.licence",
    })
    void a_key_that_is_missing_or_of_another_kind_is_named(String name, String block, String key, String path)
            throws Exception {
        Path file = run.resolve(name);
        ObjectNode tree = (ObjectNode) mapper(name).readTree(file.toFile());
        refused(file, tree, block, key, path);
    }

    @Test
    void a_key_of_an_evaluation_that_is_missing_or_of_another_kind_is_named() throws Exception {
        Files.delete(run.resolve("study.yaml"));
        Path file = run.resolve("evaluation.json");
        EvaluationRecord record = new EvaluationRecord(
                "predictions.csv",
                EvaluationSettings.standard(23),
                Provenance.ofThisProcess(23, Map.of()),
                Optional.empty());
        EvaluationRecord.FILE.write(file, record);
        assertThat(new ReportWriter().write(run)).exists();
        refused(file, EvaluationRecord.FILE.tree(record), "/evaluation", "seed", "evaluation.seed");
        refused(file, EvaluationRecord.FILE.tree(record), "/provenance", "java", "provenance.java");
    }

    @Test
    void which_share_is_refused_as_unknown_is_said_in_the_report() throws Exception {
        String page = Files.readString(new ReportWriter().write(run));
        assertThat(page)
                .contains(
                        "50.0\u00a0% (95\u00a0% interval 40.0–60.0\u00a0%) of the children here are refused as unknown")
                .contains("so that 5\u00a0% of them are refused")
                .contains("By class: no syndrome 50.0\u00a0%, Noonan 50.0\u00a0%.");
        PerformanceChange without = validation();
        PerformanceChange.FILE.write(
                run.resolve("validation.json"),
                new PerformanceChange(
                        without.model(),
                        without.study(),
                        without.declared(),
                        without.networks(),
                        without.internalSubjects(),
                        without.externalSubjects(),
                        without.metrics(),
                        without.singleNetworks(),
                        without.recall(),
                        without.each(),
                        Optional.empty(),
                        without.notes(),
                        without.warnings()));

        assertThat(Files.readString(new ReportWriter().write(run)))
                .doesNotContain("refused as unknown")
                .contains("were not counted, because the run has no distances");
    }

    private void refused(Path file, ObjectNode tree, String block, String key, String path) throws IOException {
        ObjectMapper mapper = mapper(file.toString());
        ObjectNode place = (ObjectNode) tree.at(JsonPointer.compile(block));
        place.putArray(key).addArray();
        Files.writeString(file, mapper.writeValueAsString(tree));
        refusedWith(file + ", key " + path);
        place.remove(key);
        Files.writeString(file, mapper.writeValueAsString(tree));
        refusedWith(file + ", key " + path + ": is missing.");
    }

    private static ObjectMapper mapper(String name) {
        return name.endsWith(".yaml") ? Yaml.MAPPER : MAPPER;
    }

    private void refusedWith(String start) {
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(start);
    }
}
