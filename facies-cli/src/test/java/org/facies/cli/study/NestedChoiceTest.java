package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Folders;
import org.facies.metric.PredictionTable;
import org.facies.result.SelectionTable;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candidates chosen inside the folds, on drawn faces, with the real networks. */
@Tag("slow")
class NestedChoiceTest {
    private static final String TUNED = """
        name: tuned
        cohort: manifest.csv
        folds: {k: 2}
        models:
          - {name: cos, loss: cosface, candidates: {margin: [0.0, 0.3], training: {epochs: [1]}}}
        training: {batch_size: 8, cached_views: 1, epochs: 1}
        choice: {metric: log-loss, inner_folds: 2}
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        Files.writeString(folder.resolve("study.yaml"), TUNED);
    }

    @Test
    void one_candidate_is_chosen_in_each_fold_and_meets_its_test_subjects_once() throws IOException {
        Path run = folder.resolve("run");

        CommandLineRun done = run("study.yaml", run);

        assertThat(done.exitCode()).as(done.err()).isZero();
        SelectionTable choices = SelectionTable.read(run.resolve("choice.csv"));
        assertThat(choices.rows())
                .extracting(SelectionTable.Row::settings)
                .containsExactly(
                        "margin 0.0, epochs 1", "margin 0.3, epochs 1", "margin 0.0, epochs 1", "margin 0.3, epochs 1");
        for (int fold = 0; fold < 2; fold++) {
            int number = fold;
            List<SelectionTable.Row> own =
                    choices.rows().stream().filter(row -> row.fold() == number).toList();
            assertThat(own).filteredOn(SelectionTable.Row::chosen).hasSize(1);
            assertThat(own.stream()
                            .filter(SelectionTable.Row::chosen)
                            .findFirst()
                            .orElseThrow()
                            .score())
                    .as("the smallest log loss")
                    .isEqualTo(own.stream()
                            .mapToDouble(SelectionTable.Row::score)
                            .min()
                            .orElseThrow());
            assertThat(own).allSatisfy(row -> assertThat(row.subjects()).isEqualTo(6));
        }
        assertThat(PredictionTable.read(run.resolve("predictions.csv")).of("cos"))
                .hasSize(24);
        assertThat(run.resolve("trials/cos/fold-0/model.onnx")).exists();
        assertThat(run.resolve("trials/cos/fold-0/inner/candidate-2/fold-1/model.onnx"))
                .doesNotExist();
        assertThat(done.out()).contains("chosen inside the folds", "log loss");
        assertThat(facies("study", "status", run.toString()).out()).contains("4/4", "2 of 2 trainings done");
        assertThat(Files.readString(run.resolve("report.html"))).contains("What was chosen inside the folds?");
    }

    @Test
    void a_choice_that_was_interrupted_comes_to_the_same_bytes() throws IOException {
        Path whole = folder.resolve("whole");
        Path torn = folder.resolve("torn");
        assertThat(run("study.yaml", whole).exitCode()).isZero();
        Folders.copy(whole, torn);
        for (String lost : List.of(
                "trials/cos/fold-1/choice.csv",
                "trials/cos/fold-1/predictions.csv",
                "trials/cos/fold-1/checkpoint.safetensors",
                "trials/cos/fold-1/inner/candidate-2/fold-0/predictions.csv",
                "trials/cos/fold-1/inner/candidate-2/fold-1/predictions.csv",
                "choice.csv",
                "predictions.csv",
                "metrics.json",
                "report.html")) {
            Files.delete(torn.resolve(lost));
        }

        CommandLineRun again = run("study.yaml", torn);

        assertThat(again.exitCode()).as(again.err()).isZero();
        for (String file : List.of("choice.csv", "predictions.csv", "metrics.json", "report.html")) {
            assertThat(torn.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    /** The diagnoses of the subjects that fold 0 tests go round; the folds stay. */
    @Test
    void labels_of_the_subjects_that_a_fold_tests_change_nothing_of_its_choice() throws IOException {
        Path run = folder.resolve("run");
        assertThat(run("study.yaml", run).exitCode()).isZero();
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        permute(run.resolve("folds.csv"), folder.resolve("manifest.csv"), other.resolve("folds.csv"));
        Files.writeString(folder.resolve("permuted.yaml"), TUNED.replace("manifest.csv", "permuted.csv"));

        CommandLineRun permuted = run("permuted.yaml", other);

        assertThat(permuted.exitCode()).as(permuted.err()).isZero();
        Map<String, String> before = inside(run, 0);
        assertThat(before).as("four inner trainings and the choice").hasSize(5);
        assertThat(inside(other, 0)).isEqualTo(before);
        assertThat(probabilities(other, 0)).isEqualTo(probabilities(run, 0));
        assertThat(inside(other, 1)).as("fold 1 learns from those labels").isNotEqualTo(inside(run, 1));
    }

    @Test
    void what_a_study_will_take_is_said_without_beginning_it() {
        Path run = folder.resolve("run");

        CommandLineRun preview = facies(
                "study",
                "run",
                folder.resolve("study.yaml").toString(),
                "--out",
                run.toString(),
                "--yes",
                "--threads",
                "2",
                "--dry-run");

        assertThat(preview.exitCode()).as(preview.err()).isZero();
        assertThat(preview.out())
                .containsPattern("model  candidates  trainings  photos processed +time")
                .containsPattern("cos             2         10                72 +.*min")
                .containsPattern("12 children with 24 usable photos, divided into 2 folds\\. 10 trainings take .*min"
                        + " \\(72 photos, counted in every epoch\\)\\.");
        assertThat(run).doesNotExist();
    }

    @Test
    void a_class_too_small_to_choose_with_is_refused_before_any_training() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), TUNED.replace("inner_folds: 2", "inner_folds: 3"));

        CommandLineRun refused = run("study.yaml", folder.resolve("run"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("cohort, class wide-eyes: has 2 children in the training part of a fold, fewer than the"
                        + " 3 inner folds. Add children, lower choice.inner_folds, or remove the candidates.");
        assertThat(folder.resolve("run/trials")).doesNotExist();
    }

    private CommandLineRun run(String study, Path out) {
        return facies(
                "study", "run", folder.resolve(study).toString(), "--out", out.toString(), "--yes", "--threads", "2");
    }

    private void permute(Path folds, Path manifest, Path permutedFolds) throws IOException {
        Map<String, String> next = Map.of("none", "wide-eyes", "wide-eyes", "wide-mouth", "wide-mouth", "none");
        List<String> tested = CsvTable.read(folds).rows().stream()
                .filter(row -> row.get("fold").equals("0"))
                .map(row -> row.get("subject"))
                .toList();
        for (Path[] pair : new Path[][] {{folds, permutedFolds}, {manifest, folder.resolve("permuted.csv")}}) {
            CsvTable table = CsvTable.read(pair[0]);
            String rows = table.rows().stream()
                    .map(row -> line(table, row, tested, next))
                    .collect(Collectors.joining("\n"));
            Files.writeString(pair[1], String.join(",", table.columns()) + "\n" + rows + "\n");
        }
    }

    private static String line(CsvTable table, CsvRow row, List<String> tested, Map<String, String> next) {
        return table.columns().stream()
                .map(column -> column.equals("diagnosis") && tested.contains(row.get("subject"))
                        ? next.get(row.get(column))
                        : row.get(column))
                .collect(Collectors.joining(","));
    }

    /** Every table that was made before the fold's test subjects were looked at, by its path. */
    private static Map<String, String> inside(Path run, int fold) throws IOException {
        Path trial = run.resolve("trials/cos/fold-" + fold);
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(trial)) {
            for (Path file : files.filter(
                            path -> path.endsWith("choice.csv") || path.startsWith(trial.resolve("inner")))
                    .filter(path -> path.endsWith("choice.csv") || path.endsWith("predictions.csv"))
                    .toList()) {
                tables.put(trial.relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }

    private static List<List<Double>> probabilities(Path run, int fold) {
        return PredictionTable.read(run.resolve("trials/cos/fold-" + fold + "/predictions.csv")).predictions().stream()
                .map(prediction -> prediction.probabilities())
                .toList();
    }
}
