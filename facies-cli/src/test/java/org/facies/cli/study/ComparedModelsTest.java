package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Folders;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.result.MetricsFile;
import org.facies.result.SelectionTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study with every kind of model and repetition, on drawn faces, with the real networks. */
@Tag("slow")
class ComparedModelsTest {
    private static final String STUDY = """
            name: compared
            cohort: manifest.csv
            folds: {k: 2, unit: both}
            repeats: {divisions: 2, seeds: 2}
            models:
              - {name: cos, loss: cosface}
              - {name: arc, loss: arcface, candidates: {decision: {prior_exponent: [0.0, 0.5]}}}
              - {name: frozen, training: none}
              - {name: both, ensemble: [cos, arc]}
            contrasts: [{name: fine-tuning, plus: [cos], minus: [frozen]}]
            training: {batch_size: 8, cached_views: 1, epochs: 1}
            choice: {inner_folds: 2, hold_out: one-fold}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    @Test
    void every_repetition_predicts_every_photo_once_and_a_torn_run_comes_to_the_same_bytes() throws IOException {
        Path run = folder.resolve("run");

        CommandLineRun done = run(run);

        assertThat(done.exitCode()).as(done.err()).isZero();
        PredictionTable all = PredictionTable.read(run.resolve("predictions.csv"));
        int photos = all.first().of("cos").size();
        assertThat(all.models()).containsExactly("cos", "arc", "frozen", "both");
        for (int division = 0; division < 2; division++) {
            for (int seed = 0; seed < 2; seed++) {
                PredictionTable one = all.of(division, seed);
                assertThat(one.models())
                        .allSatisfy(model -> assertThat(one.of(model).stream().map(Prediction::photo))
                                .hasSize(photos)
                                .doesNotHaveDuplicates());
            }
        }
        assertThat(all.of(0, 1).of("frozen"))
                .extracting(Prediction::probabilities)
                .as("nothing of a frozen model depends on the seed")
                .isEqualTo(all.first().of("frozen").stream()
                        .map(Prediction::probabilities)
                        .toList());
        assertThat(all.of(0, 1).of("cos"))
                .extracting(Prediction::probabilities)
                .isNotEqualTo(all.first().of("cos").stream()
                        .map(Prediction::probabilities)
                        .toList());
        assertThat(PredictionTable.read(run.resolve("predictions-by-photo.csv")).of("both"))
                .hasSize(photos);
        assertThat(SelectionTable.read(run.resolve("choice.csv")).of("arc"))
                .extracting(SelectionTable.Row::settings)
                .contains("prior_exponent 0.0", "prior_exponent 0.5");
        assertThat(run.resolve("trials/frozen/fold-0/history.csv")).doesNotExist();
        assertThat(run.resolve("trials/frozen/fold-0/model.onnx")).exists();

        Path torn = folder.resolve("torn");
        Folders.copy(run, torn);
        for (String lost : List.of(
                "trials/arc/fold-1/choice.csv",
                "trials/arc/fold-1/predictions.csv",
                "trials/arc/fold-1/checkpoint.safetensors",
                "trials/arc/fold-1/inner/candidate-2/fold-0/predictions.csv",
                "trials/cos/division-1/seed-1/fold-0/predictions.csv",
                "trials/frozen/by-photo/fold-0/predictions.csv",
                "predictions.csv",
                "predictions-by-photo.csv",
                "metrics.json")) {
            Files.delete(torn.resolve(lost));
        }
        CommandLineRun again = run(torn);
        assertThat(again.exitCode()).as(again.err()).isZero();
        for (String file :
                List.of("folds.csv", "choice.csv", "predictions.csv", "predictions-by-photo.csv", "metrics.json")) {
            assertThat(torn.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
        assertThat(MetricsFile.read(run.resolve("metrics.json")).models()).containsKey("both");
    }

    private CommandLineRun run(Path run) {
        return facies("study", "run", folder.resolve("study.yaml").toString(), "--out", run.toString());
    }
}
