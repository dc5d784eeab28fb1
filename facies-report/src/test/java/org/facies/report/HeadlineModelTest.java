package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.EvaluationSettings;
import org.facies.report.run.RunReader;
import org.facies.result.EvaluationRecord;
import org.facies.result.FinishedRun;
import org.facies.run.Provenance;
import org.facies.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's headline and whatever goes on with a run's best model choose the same one, by the declared metric. */
class HeadlineModelTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path run;

    @BeforeEach
    void twoModelsOfWhichEachIsBetterByThreeMetrics() throws IOException {
        SampleRun.complete(run);
        set("cosface-pfm", Map.of("accuracy", 0.7, "macro_f1", 0.6, "brier_sum", 0.4));
        set("arcface-pfm", Map.of("accuracy", 0.6, "macro_f1", 0.5, "brier_sum", 0.5));
        set("cosface-pfm", Map.of("balanced_accuracy", 0.5, "auc_ovr_macro_within_folds", 0.7, "log_loss", 1.1));
        set("arcface-pfm", Map.of("balanced_accuracy", 0.6, "auc_ovr_macro_within_folds", 0.8, "log_loss", 0.9));
    }

    private void set(String model, Map<String, Double> values) throws IOException {
        ObjectNode metrics =
                (ObjectNode) MAPPER.readTree(run.resolve("metrics.json").toFile());
        ObjectNode subject = (ObjectNode) metrics.at("/models/" + model + "/subject");
        values.forEach((metric, value) -> subject.withObject("/" + metric)
                .put("value", value)
                .put("low", value - 0.05)
                .put("high", value + 0.05));
        MAPPER.writeValue(run.resolve("metrics.json").toFile(), metrics);
    }

    private void declare(String metric) throws IOException {
        Path study = run.resolve("study.yaml");
        String text = Files.readString(study);
        assertThat(text).contains("metric: balanced-accuracy");
        Files.writeString(study, text.replace("metric: balanced-accuracy", "metric: " + metric));
    }

    @ParameterizedTest
    @CsvSource({
        "balanced-accuracy, arcface-pfm, balanced accuracy is the highest, ''",
        "accuracy, cosface-pfm, accuracy is the highest, ''",
        "macro-f1, cosface-pfm, macro F1 is the highest, : 0.600 (95 % interval 0.550–0.650)",
        "macro-auc, arcface-pfm, 'macro AUC within folds, one against rest is the highest',"
                + " : 0.800 (95 % interval 0.750–0.850)",
        "log-loss, arcface-pfm, log loss is the lowest, : 0.900 (95 % interval 0.850–0.950)",
        "brier, cosface-pfm, Brier score is the lowest, : 0.400 (95 % interval 0.350–0.450)",
    })
    void the_headline_and_a_validation_choose_by_the_declared_metric(
            String metric, String best, String superlative, String value) throws Exception {
        if (!metric.equals("balanced-accuracy")) {
            declare(metric);
        }

        assertThat(FinishedRun.read(new RunDirectory(run)).best().name()).isEqualTo(best);
        assertThat(RunReader.read(run).headlineModel()).contains(best);
        assertThat(Html.text(Html.read(new ReportWriter().write(run)).byId("question")))
                .contains(best + " named the correct class for ")
                .contains("It is shown first because its " + superlative + value + ".")
                .contains("The best of 2 models was chosen by ");
    }

    @Test
    void another_model_that_is_ahead_by_accuracy_is_named() throws Exception {
        assertThat(Html.text(Html.read(new ReportWriter().write(run)).byId("question")))
                .contains("It is shown first because its balanced accuracy is the highest")
                .contains("The highest accuracy belongs to cosface-pfm: 70 % (95 % interval 65–75 %).");
    }

    @Test
    void imported_predictions_are_compared_by_balanced_accuracy_and_it_is_said_that_no_study_declares_it()
            throws Exception {
        Files.delete(run.resolve("study.yaml"));
        EvaluationRecord.FILE.write(
                run.resolve("evaluation.json"),
                new EvaluationRecord(
                        "predictions.csv",
                        EvaluationSettings.standard(23),
                        Provenance.ofThisProcess(23, Map.of()),
                        Optional.empty()));
        assertThat(Html.text(Html.read(new ReportWriter().write(run)).byId("question")))
                .contains("It is shown first because its balanced accuracy is the highest. No study declares another"
                        + " metric.");
    }

    @Test
    void without_metrics_the_best_model_is_found_from_the_predictions() throws Exception {
        SampleRun.complete(run);
        RunDirectory finished = new RunDirectory(run);
        String stated = FinishedRun.read(finished).best().name();
        Files.delete(run.resolve("metrics.json"));
        assertThat(FinishedRun.read(finished).best().name())
                .isEqualTo(stated)
                .isIn(List.of("cosface-pfm", "arcface-pfm"));
    }
}
