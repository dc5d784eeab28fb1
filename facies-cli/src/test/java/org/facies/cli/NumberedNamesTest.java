package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.command.ExitCode;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study in which networks, tensors, models, columns, subjects and classes have names that look like something else.
 */
@Tag("slow")
class NumberedNamesTest {
    private static final String STUDY = """
        name: 007
        cohort: manifest.csv
        folds: {k: 2}
        screening: {unaffected: 0}
        subgroups: {columns: [1], min_subjects: 2}
        training: {batch_size: 8, cached_views: 1, epochs: 2}
        models:
          - {name: 1e3, backbone: 2024, pretrained: true, loss: cosface}
          - {name: "2024", backbone: "2024", training: {freeze_below: 533}}
          - {name: tuned, backbone: 2024, candidates: {training: {freeze_below: [530, 533, none]}}}
        choice: {hold_out: one-fold, inner_folds: 2}
        """;

    @TempDir
    private static Path folder;

    private static FaciesProcess facies;
    private static Path run;

    @BeforeAll
    static void train() throws Exception {
        facies = FaciesProcess.withFaceNetworks(folder.resolve("home"));
        Path network = Files.write(
                folder.resolve("numbered.onnx"), NumberedNames.network().toBytes());
        CommandLineRun imported = facies.run(
                "model",
                "import",
                network.toString(),
                "--as",
                "2024",
                "--licence",
                "MIT",
                "--origin",
                "drawn",
                "--restriction",
                "none",
                "--yes");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        cohort(folder, 5, 3, "00");
        Files.writeString(folder.resolve("study.yaml"), STUDY);
        run = folder.resolve("run");
        CommandLineRun first = study(run);
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    /** Classes 0, 1e3 and one with a comma, quotes and a line break; subjects by number; a column called 1. */
    private static void cohort(Path folder, int subjects, long seed, String prefix) throws IOException {
        Path manifest = DrawnCohort.write(folder, subjects, seed);
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(",sex\n", ",1\n")
                        .replaceAll(",none-(\\d+),none,", "," + prefix + "$1,0,")
                        .replaceAll(",wide-eyes-(\\d+),wide-eyes,", "," + prefix + "$1.0,1e3,")
                        .replaceAll(
                                ",wide-mouth-(\\d+),wide-mouth,",
                                ",\"" + prefix + "$1, \"\"jr\"\"\",\"null, \"\"x\"\"\n~\","));
    }

    private static CommandLineRun study(Path out) throws Exception {
        return facies.run(
                "study",
                "run",
                folder.resolve("study.yaml").toString(),
                "--out",
                out.toString(),
                "--yes",
                "--threads",
                "2");
    }

    @Test
    void the_same_command_goes_on_and_a_changed_one_is_refused() throws Exception {
        Path begun = copy("begun");
        Folders.delete(begun.resolve("trials/1e3/fold-1"));
        Files.delete(begun.resolve("metrics.json"));

        CommandLineRun again = study(begun);
        Files.writeString(folder.resolve("study.yaml"), STUDY.replace("freeze_below: 533", "freeze_below: 530"));
        CommandLineRun changed = study(begun);
        Files.writeString(folder.resolve("study.yaml"), STUDY);

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(Files.readString(run.resolve("study.yaml")))
                .contains("name: \"007\"", "- name: \"1e3\"", "backbone: \"2024\"", "freeze_below: \"530\"");
        for (String file : List.of("study.yaml", "predictions.csv", "metrics.json", "report.html")) {
            assertThat(begun.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
        assertThat(changed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(changed.err())
                .contains("(models[1].training.freeze_below was 533, is now 530)")
                .hasLineCount(1);
    }

    @Test
    void names_are_told_as_they_were_given() throws Exception {
        CommandLineRun status = facies.run("study", "status", run.toString());

        assertThat(status.out())
                .contains("007", "1e3", "2024", "tuned", "6 of 6 trainings done")
                .doesNotContain("1000");
        PredictionTable predictions = PredictionTable.read(run.resolve("predictions.csv"));
        assertThat(predictions.classes()).containsExactly("0", "1e3", "null, \"x\"\n~");
        assertThat(predictions.models()).containsExactly("1e3", "2024", "tuned");
        assertThat(predictions.of("1e3")).extracting("subject").contains("000", "000.0", "000, \"jr\"");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("007", "1e3")
                .doesNotContain("1000.0");
    }

    @Test
    void a_run_that_was_recorded_without_quotes_goes_on_and_is_reported_and_validated() throws Exception {
        Path old = copy("old");
        Path record = old.resolve("study.yaml");
        String quoted = Files.readString(record);
        String unquoted = quoted.replaceAll("\"(007|1e3|2024|530|533|0|1)\"", "$1");
        Files.writeString(record, unquoted);
        Files.delete(old.resolve("metrics.json"));

        CommandLineRun status = facies.run("study", "status", old.toString());
        CommandLineRun again = study(old);
        CommandLineRun report = facies.run("study", "report", old.toString());

        assertThat(unquoted).contains("name: 007\n", "- name: 1e3\n", "freeze_below: 530\n", "unaffected: 0\n");
        assertThat(status.out()).contains("007", "1e3", "6 of 6 trainings done");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Files.readString(old.resolve("report.html")))
                .contains("007", "1e3")
                .doesNotContain("1000.0");
        assertThat(old.resolve("metrics.json")).hasSameBinaryContentAs(run.resolve("metrics.json"));
        validates(old, folder.resolve("validated-old"));
    }

    @Test
    void a_run_is_validated_and_its_validation_goes_on() throws Exception {
        Path out = folder.resolve("validated");

        validates(run, out);
        Files.delete(out.resolve("metrics.json"));
        validates(run, out);

        assertThat(Files.readString(out.resolve("study.yaml"))).contains("name: \"1e3\"", "\"007\": \"1e3\"");
    }

    private void validates(Path trained, Path out) throws Exception {
        Path other = folder.resolve("other");
        cohort(other, 3, 99, "9");
        Path manifest = other.resolve("manifest.csv");
        Files.writeString(manifest, Files.readString(manifest).replace(",1e3,", ",007,"));

        CommandLineRun done = facies.run(
                "study",
                "validate",
                trained.toString(),
                "--cohort",
                manifest.toString(),
                "--out",
                out.toString(),
                "--model",
                "1e3",
                "--map",
                "007=1e3",
                "--yes",
                "--threads",
                "2");

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .startsWith("On average, a single network of 1e3 named ")
                .contains("1e3, mean of single");
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        Folders.copy(run, copy);
        return copy;
    }
}
