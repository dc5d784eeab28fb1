package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StudyQuantiseCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_trained_model_is_compared_with_its_int8_copy_on_photos_it_has_not_seen() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        Path study = Files.writeString(folder.resolve("study.yaml"), """
            name: drawn
            cohort: manifest.csv
            folds: {k: 2}
            models:
              - {name: tuned, backbone: mobilefacenet-512, training: {epochs: 1}}
            training: {batch_size: 8}
            """);
        Path run = folder.resolve("run");
        CommandLineRun early = quantise(study, run);
        facies("study", "run", study.toString(), "--out", run.toString(), "--yes", "--threads", "2");

        CommandLineRun late = quantise(study, run);

        assertThat(early.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(early.err())
                .endsWith("is not a finished run. Finish it with \"facies study run\"." + System.lineSeparator());
        assertThat(late.exitCode()).as(late.err()).isZero();
        assertThat(late.out()).contains("tuned-int8", "McNemar", "macro F1, by child", "photos per second, batch 8");
        PredictionTable both = PredictionTable.read(run.resolve("quantised/tuned.csv"));
        List<Prediction> trained =
                PredictionTable.read(run.resolve("predictions.csv")).of("tuned");
        assertThat(both.of("tuned-int8")).hasSameSizeAs(trained).hasSize(24);
        for (int i = 0; i < trained.size(); i++) {
            assertThat(both.of("tuned").get(i).photo()).isEqualTo(trained.get(i).photo());
            assertThat(both.of("tuned").get(i).probabilities().get(0))
                    .isCloseTo(trained.get(i).probabilities().get(0), within(1e-3));
        }
        assertThat(probabilities(both, "tuned-int8")).isNotEqualTo(probabilities(both, "tuned"));
    }

    @Test
    void a_model_that_the_study_does_not_have_is_refused() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"), "name: a\ncohort: manifest.csv\nmodels:\n  - {name: tuned}\n");

        CommandLineRun run = facies("study", "quantise", study.toString(), "--out", "run", "--model", "other", "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("model: \"other\" is not in the study. Name one of tuned." + System.lineSeparator());
    }

    private static List<List<Double>> probabilities(PredictionTable table, String model) {
        return table.of(model).stream().map(Prediction::probabilities).toList();
    }

    private static CommandLineRun quantise(Path study, Path run) {
        return facies("study", "quantise", study.toString(), "--out", run.toString(), "--yes", "--threads", "2");
    }
}
