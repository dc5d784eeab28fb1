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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Folders;
import org.facies.metric.PredictionTable;
import org.facies.result.SelectionTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small tuned run, large enough for distances, is trained once more on everyone and meets strangers. */
@Tag("slow")
class StudyRefitCommandTest {
    private static final List<String> FILES =
            List.of("history.csv", "model.onnx", "distance.onnx", "learnt-novelty.csv", "learnt.csv");

    @TempDir
    private static Path home;

    @TempDir
    private Path temporary;

    private Path folder;

    private Path run;

    @BeforeAll
    static void train() throws IOException {
        DrawnCohort.write(home, 14, 3);
        Files.writeString(home.resolve("study.yaml"), """
            name: home
            cohort: manifest.csv
            folds: {k: 2}
            models:
              - {name: cos, loss: cosface, candidates: {margin: [0.0, 0.3]}}
            training: {batch_size: 16, cached_views: 1, epochs: 1}
            choice: {metric: log-loss, inner_folds: 2, hold_out: one-fold}
            """);
        CommandLineRun done = facies(
                "study",
                "run",
                home.resolve("study.yaml").toString(),
                "--out",
                home.resolve("run").toString(),
                "--yes",
                "--threads",
                "2");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        folder = temporary.resolve("home");
        Folders.copy(home, folder);
        run = folder.resolve("run");
    }

    @Test
    void one_network_learns_from_everyone_with_the_recipe_that_the_folds_chose() throws IOException {
        CommandLineRun done = refit();

        assertThat(done.exitCode()).as(done.err()).isZero();
        SelectionTable.MostChosen chosen =
                SelectionTable.read(run.resolve("choice.csv")).mostChosen("cos").orElseThrow();
        assertThat(done.out())
                .contains("Settings: candidate " + chosen.candidate() + " (" + chosen.settings() + "), chosen in "
                        + chosen.folds() + " of 2 folds.")
                .contains("cos was trained on all children: " + refitted("model.onnx"))
                .contains("Next: facies bundle make ");
        assertThat(PredictionTable.read(refitted("learnt.csv")).of("cos")).hasSize(84);
        assertThat(run.resolve("cache")).doesNotExist();
        assertThat(run.resolve("facies.log")).content().contains("training on everyone: done in");
        Path before = folder.resolve("before");
        Folders.copy(run.resolve("trials/cos/refit"), before);

        assertThat(refit().exitCode()).isZero();
        Files.delete(refitted("learnt.csv"));
        Files.delete(refitted("learnt-novelty.csv"));
        Files.delete(refitted("distance.onnx"));
        String told = told(() -> assertThat(refit("--threads", "1").exitCode()).isZero());

        assertThat(told).contains("This run used --threads 2. The network is trained with 2 too, not 1");
        for (String file : FILES) {
            assertThat(refitted(file)).hasSameBinaryContentAs(before.resolve(file));
        }
    }

    @Test
    void a_cohort_that_changed_is_refused_with_what_changed() throws IOException {
        Path manifest = folder.resolve("manifest.csv");
        List<String> rows = Files.readAllLines(manifest);
        Files.write(manifest, rows.subList(0, rows.size() - 1));
        Path photo = folder.resolve("photos/none-0_1.jpg");
        Files.write(photo, new byte[] {0}, StandardOpenOption.APPEND);

        CommandLineRun refused = refit();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "differs from the cohort that the run was made with: photos that are missing: 1 (first \"photos"
                                + "/wide-mouth-13_2.jpg\"); photos that are other files: 1 (first"
                                + " \"photos/none-0_1.jpg\"). Use the manifest and the photos of the run, or run"
                                + " the study again.");
        assertThat(run.resolve("trials/cos/refit")).doesNotExist();
    }

    @Test
    void a_diagnosis_that_changed_is_refused_too() throws IOException {
        Path manifest = folder.resolve("manifest.csv");
        Files.writeString(
                manifest, Files.readString(manifest).replaceAll("(none-3_..jpg,none-3),none,", "$1,wide-eyes,"));

        CommandLineRun refused = refit();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("differs from the cohort that the run was made with in a subject, a diagnosis or the order of"
                        + " rows.");
    }

    @Test
    void a_run_that_was_moved_is_told_where_its_cohort_is(@TempDir Path away) throws IOException {
        Folders.copy(run, away.resolve("run"));

        CommandLineRun lost = facies("study", "refit", away.resolve("run").toString(), "--yes", "--threads", "2");
        CommandLineRun found = facies(
                "study",
                "refit",
                away.resolve("run").toString(),
                "--cohort",
                folder.resolve("manifest.csv").toString(),
                "--yes",
                "--threads",
                "2");

        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.err())
                .contains("\"manifest.csv\" is the manifest of this run, but is neither in the current folder nor"
                        + " in a folder above the run. Name its place with --cohort.");
        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(away.resolve("run/trials/cos/refit/learnt.csv")).exists();
    }

    @Test
    void what_cannot_be_refitted_is_refused() throws IOException {
        CommandLineRun model = refit("--model", "cosine");
        Files.delete(run.resolve("predictions.csv"));
        CommandLineRun unfinished = refit();

        assertThat(model.exitCode()).isEqualTo(2);
        assertThat(model.err()).contains("--model: \"cosine\" is not a model of this run. Name one of cos.");
        assertThat(unfinished.exitCode()).isEqualTo(2);
        assertThat(unfinished.err()).contains("is not the run directory of a finished study");
    }

    @Test
    void the_run_says_how_many_of_its_own_children_are_refused() throws IOException {
        JsonNode novelty = json(run.resolve("metrics.json")).at("/models/cos/novelty");

        assertThat(novelty.at("/refused/value").isNumber()).isTrue();
        assertThat(novelty.at("/thresholds")).hasSize(2);
        assertThat(Files.readString(run.resolve("report.html"))).contains("Share of the cohort’s own children");
    }

    @Test
    void a_validation_says_how_many_of_the_other_cohort_are_refused(@TempDir Path other) throws IOException {
        Path out = other.resolve("out");
        Path manifest = DrawnCohort.write(other, 3, 99);
        Files.writeString(manifest, Files.readString(manifest).replaceAll(",(none|wide-\\w+)-", ",elsewhere-$1-"));
        String[] command = {
            "study",
            "validate",
            run.toString(),
            "--cohort",
            manifest.toString(),
            "--out",
            out.toString(),
            "--yes",
            "--threads",
            "2"
        };

        CommandLineRun done = facies(command);

        assertThat(done.exitCode()).as(done.err()).isZero();
        JsonNode unknown = json(out.resolve("validation.json")).path("unknown_faces");
        assertThat(unknown.path("nominal").asDouble()).isEqualTo(0.05);
        assertThat(unknown.at("/external/value").asDouble()).isBetween(0.0, 1.0);
        assertThat(unknown.at("/by_class/none/value").isNumber()).isTrue();
        assertThat(unknown.path("internal"))
                .isEqualTo(json(run.resolve("metrics.json")).at("/models/cos/novelty/refused"));
        assertThat(done.out()).contains("Refused as unknown faces: ");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("of the children here are refused as unknown");
        byte[] first = Files.readAllBytes(out.resolve("validation.json"));
        Files.delete(out.resolve("members/fold-1.csv"));
        Files.delete(out.resolve("members/fold-1-novelty.csv"));
        assertThat(facies(command).exitCode()).isZero();
        assertThat(Files.readAllBytes(out.resolve("validation.json"))).isEqualTo(first);
    }

    private CommandLineRun refit(String... more) {
        List<String> command = new ArrayList<>(List.of("study", "refit", run.toString(), "--yes"));
        command.addAll(more.length == 0 ? List.of("--threads", "2") : List.of(more));
        return facies(command.toArray(String[]::new));
    }

    /** What is said on the standard error meanwhile. */
    private static String told(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return caught.toString(StandardCharsets.UTF_8);
    }

    private Path refitted(String file) {
        return run.resolve("trials/cos/refit").resolve(file);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
