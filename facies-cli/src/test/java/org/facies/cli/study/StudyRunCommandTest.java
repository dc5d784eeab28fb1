package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Folders;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on drawn faces, with the real networks. */
@Tag("slow")
class StudyRunCommandTest {
    private static final String SMALL = """
        name: drawn
        cohort: manifest.csv
        folds: {k: 2}
        models:
          - {name: tuned, loss: cosface, training: {epochs: 6, cached_views: 2}}
          - {name: fresh, loss: arcface, pretrained: false, training: {epochs: 1}}
        training: {batch_size: 8}
        """;

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void draw() throws IOException {
        DrawnCohort.write(folder, 6, 3);
        study = Files.writeString(folder.resolve("study.yaml"), SMALL);
    }

    @Test
    void photos_go_in_and_a_report_comes_out() throws IOException {
        Path run = folder.resolve("run");

        CommandLineRun first = run(run);

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("tuned", "fresh", "always none", "McNemar", "report.html");
        PredictionTable predictions = PredictionTable.read(run.resolve("predictions.csv"));
        assertThat(predictions.of("tuned")).hasSize(36);
        assertThat(predictions.of("fresh")).hasSize(36);
        JsonNode metrics =
                new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
        assertThat(metrics.at("/models/tuned/subject/accuracy/value").asDouble())
                .as("three classes of very different faces")
                .isGreaterThan(0.6);
        assertThat(metrics.at("/models/tuned/novelty").isMissingNode())
                .as("nine subjects are too few for distances")
                .isTrue();
        assertThat(metrics.at("/models/fresh/calibration/after/log_loss/value").isNumber())
                .isTrue();
        assertThat(PredictionTable.read(run.resolve("trials/tuned/fold-0/learnt.csv"))
                        .of("tuned"))
                .hasSize(18);
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("drawn", "They need at least 20 children in the training part of every fold")
                .doesNotContain("wide-eyes-0");
        assertThat(Files.readString(run.resolve("study.yaml")))
                .contains("freeze_below: block3", "freeze_below: none", "device: cpu");
        assertThat(run.resolve("cache")).doesNotExist();
        assertThat(facies("study", "status", run.toString()).out()).contains("4 of 4 trainings done");
    }

    @Test
    void a_run_that_lost_part_of_its_work_comes_to_the_same_bytes() throws IOException {
        Path whole = folder.resolve("whole");
        Path torn = folder.resolve("torn");
        assertThat(run(whole).exitCode()).isZero();
        Folders.copy(whole, torn);
        Folders.delete(torn.resolve("trials/tuned/fold-0"));
        Files.delete(torn.resolve("trials/tuned/fold-1/predictions.csv"));
        Files.delete(torn.resolve("trials/tuned/fold-1/learnt.csv"));
        Files.delete(torn.resolve("metrics.json"));

        CommandLineRun again = run(torn);

        assertThat(again.exitCode()).as(again.err()).isZero();
        for (String file : List.of(
                "study.yaml",
                "folds.csv",
                "predictions.csv",
                "metrics.json",
                "report.html",
                "trials/tuned/fold-0/predictions.csv",
                "trials/tuned/fold-1/learnt.csv")) {
            assertThat(torn.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void a_run_does_not_go_on_with_other_settings() throws IOException {
        Path run = folder.resolve("run");
        String quick = SMALL.lines()
                .filter(line -> !line.contains("fresh"))
                .map(line -> line.replace("epochs: 6", "epochs: 1, freeze_below: block13"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(study, quick);
        assertThat(run(run).exitCode()).isZero();
        Files.writeString(study, quick.replace("epochs: 1", "epochs: 2"));

        CommandLineRun other = run(run);

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err())
                .contains("models[0].training.epochs was 1, is now 2")
                .contains("--out");
    }

    @Test
    void a_run_goes_on_with_the_number_of_threads_that_it_was_begun_with() throws IOException {
        Files.writeString(
                study, SMALL.lines().filter(line -> !line.contains("fresh")).collect(Collectors.joining("\n")));
        Path whole = folder.resolve("whole");
        Path torn = folder.resolve("torn");
        assertThat(run(whole).exitCode()).isZero();
        Folders.copy(whole, torn);
        Folders.delete(torn.resolve("trials/tuned/fold-0"));

        List<String> told = told(() -> assertThat(run(torn, "1").exitCode()).isZero());

        assertThat(told)
                .contains("This run began with --threads 2 and resumes with 2, not 1, because the number can"
                        + " change the results.");
        for (String file : List.of("study.yaml", "predictions.csv", "metrics.json", "trials/tuned/fold-0/model.onnx")) {
            assertThat(torn.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(Files.readString(whole.resolve("study.yaml"))).containsPattern("training:[\\s\\S]* threads: 2\n");
    }

    @Test
    void a_number_of_threads_that_the_study_file_sets_is_a_setting_like_any_other() throws IOException {
        String one = SMALL.lines()
                .filter(line -> !line.contains("fresh"))
                .map(line -> line.replace("epochs: 6", "epochs: 1, threads: 1"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(study, one);
        Path run = folder.resolve("run");
        assertThat(run(run).exitCode()).isZero();
        Files.writeString(study, one.replace("threads: 1", "threads: 2"));

        CommandLineRun other = run(run);

        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).contains("models[0].training.threads was 1, is now 2");
    }

    /** Earlier versions recorded the number of the whole run only, and no format. */
    @Test
    void a_run_that_recorded_threads_in_its_provenance_alone_goes_on() throws IOException {
        Files.writeString(
                study, SMALL.lines().filter(line -> !line.contains("tuned")).collect(Collectors.joining("\n")));
        Path run = folder.resolve("run");
        assertThat(run(run).exitCode()).isZero();
        byte[] predictions = Files.readAllBytes(run.resolve("predictions.csv"));
        String present = Files.readString(run.resolve("study.yaml"));
        String earlier = present.replaceFirst("\n    +threads: 2(?=\n)", "").replaceFirst("(?m)^format: 2\n", "");
        assertThat(present.lines().count() - earlier.lines().count()).isEqualTo(2);
        Files.writeString(run.resolve("study.yaml"), earlier);
        Folders.delete(run.resolve("trials/fresh/fold-1"));

        CommandLineRun again = run(run, "1");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(run.resolve("predictions.csv")).hasBinaryContent(predictions);
        assertThat(run.resolve("study.yaml")).hasContent(present);
    }

    @Test
    void warnings_of_the_manifest_are_repeated_and_kept_and_the_report_counts_them() throws IOException {
        Files.writeString(
                study,
                SMALL.lines()
                        .filter(line -> !line.contains("tuned"))
                        .collect(Collectors.joining("\n", "", "\nscreening: {unaffected: NONE}\n")));
        List<String> rows = Files.readAllLines(folder.resolve("manifest.csv"));
        for (int i = 0; i < 5; i++) {
            rows.set(2 + 2 * i, rows.get(2 + 2 * i).replaceFirst("(fe)?male$", "other"));
        }
        Files.write(folder.resolve("manifest.csv"), rows);
        Path run = folder.resolve("run");

        List<String> told = told(() -> assertThat(run(run).exitCode()).isZero());
        List<String> again = told(() -> facies(
                "study", "run", study.toString(), "--out", run.toString(), "--yes", "--threads", "2", "--dry-run"));

        assertThat(told)
                .startsWith(again.subList(0, 4).toArray(String[]::new))
                .contains(
                        "warning  and 2 more of this kind; all of them: facies cohort check "
                                + folder.resolve("manifest.csv") + ".",
                        "study file, screening.unaffected: \"NONE\" is not a class (none, wide-eyes, wide-mouth);"
                                + " screening and syndrome identification are skipped. Write \"none\" if that is"
                                + " the class of children without a syndrome.");
        JsonNode cohort = new ObjectMapper().readTree(run.resolve("cohort.json").toFile());
        assertThat(cohort.get("warnings")).hasSize(5);
        assertThat(cohort.at("/warnings/0").asText())
                .matches(
                        "manifest\\.csv row 3, column sex: \"other\" contradicts \"(fe)?male\" of subject none-0 in row"
                                + " 2\\. The first value is used; correct the wrong one\\.");
        assertThat(cohort.at("/warning_kinds/two different values for one subject")
                        .asInt())
                .isEqualTo(5);
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("two different values for one subject")
                .doesNotContain("none-0");
    }

    /** What is said on the standard error meanwhile. */
    private static List<String> told(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return caught.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_cut_that_the_network_does_not_have_is_refused_before_any_work() throws IOException {
        Files.writeString(study, SMALL.replace("cached_views: 2", "freeze_below: blok3"));

        CommandLineRun refused = run(folder.resolve("run"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("model tuned, freeze_below: \"blok3\" is not a tensor of this network. Write auto, none, or");
        assertThat(folder.resolve("run/folds.csv")).doesNotExist();
    }

    @Test
    void a_subgroup_column_that_the_manifest_lacks_is_refused_before_any_work() throws IOException {
        Files.writeString(study, SMALL + "subgroups: {columns: [hospital]}\n");

        CommandLineRun refused = run(folder.resolve("run"));

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("study file, subgroups.columns: \"hospital\" is not a column of the manifest with values. ")
                .hasLineCount(1);
        assertThat(folder.resolve("run/folds.csv")).doesNotExist();
    }

    @Test
    void a_card_that_is_not_there_is_refused_before_any_work() {
        Path run = folder.resolve("run");

        CommandLineRun refused =
                facies("study", "run", study.toString(), "--out", run.toString(), "--yes", "--device", "cuda:99");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).startsWith("device: \"cuda:99\" ").hasLineCount(1);
        assertThat(run).doesNotExist();
    }

    private CommandLineRun run(Path out) {
        return run(out, "2");
    }

    private CommandLineRun run(Path out, String threads) {
        return facies("study", "run", study.toString(), "--out", out.toString(), "--yes", "--threads", threads);
    }
}
