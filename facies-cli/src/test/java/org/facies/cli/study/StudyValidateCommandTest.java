package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.command.ExitCode;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small trained run meets cohorts that it does not know. */
@Tag("slow")
class StudyValidateCommandTest {
    @TempDir
    private static Path folder;

    private static Path run;

    @TempDir
    private Path other;

    @BeforeAll
    static void train() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        Files.writeString(folder.resolve("study.yaml"), """
            name: home
            cohort: manifest.csv
            folds: {k: 2}
            models:
              - {name: tuned, loss: cosface}
            training: {batch_size: 8, cached_views: 2, epochs: 3}
            """);
        run = folder.resolve("run");
        CommandLineRun done = facies(
                "study",
                "run",
                folder.resolve("study.yaml").toString(),
                "--out",
                run.toString(),
                "--yes",
                "--threads",
                "2");
        assertThat(done.exitCode()).as(done.err()).isZero();
    }

    @Test
    void the_drop_is_said_first_and_a_second_run_comes_to_the_same_bytes() throws IOException {
        DrawnCohort.write(other, 3, 99);
        rename("", "elsewhere-");

        CommandLineRun done = validate();

        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.out())
                .startsWith("On average, a single network of tuned named ")
                .containsPattern("balanced accuracy +0\\.\\d{3} \\(.*\\) +0\\.\\d{3}( \\(.*\\))? +[+-]0\\.\\d{3} \\(")
                .contains("12 children in the run, 9 here. The networks of 2 folds answered together here; nothing"
                        + " was fitted again.");
        JsonNode drop =
                new ObjectMapper().readTree(out().resolve("validation.json").toFile());
        JsonNode accuracy = drop.at("/metrics/accuracy");
        assertThat(accuracy.at("/difference/value").asDouble())
                .isCloseTo(
                        accuracy.at("/external/value").asDouble()
                                - accuracy.at("/internal/value").asDouble(),
                        within(1e-12));
        assertThat(accuracy.at("/difference/method").asText()).isEqualTo("newcombe");
        PredictionTable together = PredictionTable.read(out().resolve("predictions.csv"));
        PredictionTable first = PredictionTable.read(out().resolve("members/fold-0.csv"));
        PredictionTable second = PredictionTable.read(out().resolve("members/fold-1.csv"));
        assertThat(together.predictions().get(4).probabilities().get(0))
                .isCloseTo(
                        (first.predictions().get(4).probabilities().get(0)
                                        + second.predictions()
                                                .get(4)
                                                .probabilities()
                                                .get(0))
                                / 2,
                        within(1e-12));
        String report = Files.readString(out().resolve("report.html"));
        assertThat(report)
                .contains(
                        "Does tuned, trained in the study “home”, do as well on photos of another cohort?",
                        "Does it do as well on another cohort?")
                .doesNotContain("cross-validation", "id=\"folds\"", "elsewhere-");
        JsonNode metrics =
                new ObjectMapper().readTree(out().resolve("metrics.json").toFile());
        assertThat(metrics.at("/models/tuned/calibration/fits")).hasSize(1);
        assertThat(metrics.at("/models/tuned/abstention/targets")).isNotEmpty();
        assertThat(metrics.at("/models/tuned/conformal/0/per_class/none/calibrated")
                        .asInt())
                .as("subjects of the run, out of fold")
                .isEqualTo(4);
        assertThat(report).contains("fitted on the run, out of fold").doesNotContain("fitted on the other folds");
        JsonNode balanced = drop.at("/metrics/balanced_accuracy/difference");
        assertThat(report).contains(minus(balanced.path("low")) + " to " + minus(balanced.path("high")));
        Map<String, String> before = results();
        Files.delete(out().resolve("members/fold-1.csv"));
        Files.delete(out().resolve("metrics.json"));
        assertThat(validate().exitCode()).isZero();
        assertThat(results()).isEqualTo(before);
        assertThat(out().resolve("facies.log"))
                .content()
                .contains(" begun: facies ", " prediction: done in ", " resumed: facies ")
                .endsWith(" ended: done\n")
                .doesNotContain("wide-eyes", folder.toString());
    }

    @Test
    void models_that_learnt_from_synthetic_faces_are_said_to() throws IOException {
        DrawnCohort.write(other, 3, 98);
        rename("", "elsewhere-");
        Path record = run.resolve("cohort.json");
        String asItWas = Files.readString(record);
        Files.writeString(record, asItWas.replaceFirst("\"synthetic\" : false", "\"synthetic\" : true"));
        try {
            assertThat(validate().exitCode()).isZero();
        } finally {
            Files.writeString(record, asItWas);
        }
        assertThat(Files.readString(out().resolve("report.html")))
                .contains("The models were trained on synthetic faces, not on children.");
    }

    /** The run's own photos with a byte more at the end: other files, the same pictures. */
    @Test
    void a_folds_network_says_what_it_said_in_the_run() throws IOException {
        copyWithOtherBytes();
        rename("", "other-");

        CommandLineRun done = validate();

        assertThat(done.exitCode()).as(done.err()).isZero();
        for (int fold = 0; fold < 2; fold++) {
            Map<String, List<Double>> now =
                    PredictionTable.read(out().resolve("members/fold-" + fold + ".csv")).predictions().stream()
                            .collect(Collectors.toMap(Prediction::photo, Prediction::probabilities));
            PredictionTable then = PredictionTable.read(run.resolve("trials/tuned/fold-" + fold + "/predictions.csv"));
            for (Prediction prediction : then.predictions()) {
                for (int c = 0; c < 3; c++) {
                    assertThat(now.get(prediction.photo()).get(c))
                            .isCloseTo(prediction.probabilities().get(c), within(1e-4));
                }
            }
        }
    }

    @Test
    void photos_that_the_run_has_learnt_from_are_refused_or_left_out() throws IOException {
        DrawnCohort.write(other, 3, 99);
        rename("", "elsewhere-");
        Files.copy(folder.resolve("photos/none-0_1.jpg"), other.resolve("photos/again.jpg"));
        Files.writeString(
                other.resolve("manifest.csv"),
                Files.readString(other.resolve("manifest.csv")) + "photos/again.jpg,guest,none,30,male\n");

        CommandLineRun refused = validate();
        CommandLineRun without = validate("--drop-overlap");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip())
                .isEqualTo("subject guest: \"photos/again.jpg\" has the same bytes as \"photos/none-0_1.jpg\", which"
                        + " the run was trained on (subject none-0). Leave out all children of the run"
                        + " with --drop-overlap.");
        assertThat(without.exitCode()).as(without.err()).isZero();
        assertThat(without.out()).contains("1 child left out because the run has a photo (1) or an id (0) of them.");
    }

    @Test
    void unknown_diagnoses_are_listed_and_can_be_mapped_or_left_out() throws IOException {
        DrawnCohort.write(other, 3, 99);
        rename(",wide-mouth,", ",kabuki,");
        rename(",wide-eyes,", ",unclear,");
        List<String> rows = Files.readAllLines(other.resolve("manifest.csv"));
        rows.set(2, rows.get(2).replaceFirst("(fe)?male$", "other"));
        Files.write(other.resolve("manifest.csv"), rows);

        CommandLineRun refused = validate();
        CommandLineRun mapped = validate("--map", "kabuki=none", "--without", "unclear");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines())
                .containsExactly(
                        other.resolve("manifest.csv")
                                + ": \"kabuki\" is not a class of the run (none, wide-eyes, wide-mouth) and is"
                                + " not spelt like any of them; 3 children have it. Name the class that it counts"
                                + " as with --map THEIRS=OURS, or leave these children out with --without \"kabuki\".",
                        other.resolve("manifest.csv")
                                + ": \"unclear\" is not a class of the run (none, wide-eyes, wide-mouth) and is"
                                + " not spelt like any of them; 3 children have it. Name the class that it counts"
                                + " as with --map THEIRS=OURS, or leave these children out with --without"
                                + " \"unclear\".");
        assertThat(mapped.exitCode()).as(mapped.err()).isZero();
        assertThat(mapped.out())
                .contains("3 children of diagnosis kabuki counted as none.")
                .contains("3 children of diagnosis unclear left out.")
                .contains("6 children have an id that is also in the run")
                .contains("No child here has wide-eyes or wide-mouth, so only the other classes are compared. How"
                        + " well the model finds wide-eyes or wide-mouth is not known from this cohort.")
                .contains("4 children in the run, 6 here");
        for (String file : List.of("validation.json", "cohort.json")) {
            assertThat(new ObjectMapper()
                            .readTree(out().resolve(file).toFile())
                            .at("/warnings/0")
                            .asText())
                    .startsWith("manifest.csv row 3, column sex: \"other\" contradicts");
        }
    }

    @Test
    void a_cohort_without_diagnoses_validates_nothing() throws IOException {
        DrawnCohort.write(other, 1, 99);
        Files.writeString(
                other.resolve("manifest.csv"),
                Files.readString(other.resolve("manifest.csv")).replace("diagnosis", "clinic"));

        CommandLineRun refused = validate();

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip())
                .isEqualTo(other.resolve("manifest.csv") + " row 1: \"diagnosis\" is missing; validation compares"
                        + " predictions with confirmed diagnoses. Add the column with each child's"
                        + " confirmed diagnosis.");
    }

    @Test
    void a_folder_that_is_no_run_and_a_model_that_is_not_in_it_are_named() throws IOException {
        DrawnCohort.write(other, 1, 99);

        CommandLineRun model = validate("--model", "best");
        CommandLineRun noRun = facies(
                "study",
                "validate",
                other.toString(),
                "--cohort",
                other.resolve("manifest.csv").toString(),
                "--out",
                out().toString());

        assertThat(model.err().strip()).isEqualTo("--model: \"best\" is not a model of this run. Name one of tuned.");
        assertThat(noRun.err().strip())
                .isEqualTo(
                        other + ": is not the run directory of a finished study. Give one, or finish it with \"facies"
                                + " study run\".");
    }

    @Test
    void terms_of_models_that_nobody_agreed_to_are_named_before_anything_is_written() throws Exception {
        DrawnCohort.write(other, 1, 99);
        rename("", "elsewhere-");
        FaciesProcess facies = FaciesProcess.withFaceNetworksOnly(other.resolve("home"));

        CommandLineRun refused = facies.withoutNpm(
                "study",
                "validate",
                run.toString(),
                "--cohort",
                other.resolve("manifest.csv").toString(),
                "--out",
                out().toString());

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .contains(
                        "facies model pull retinaface-mnet25 --yes",
                        "facies model pull landmarks-68 --yes",
                        "\"dlib-resnet\" needs");
        assertThat(out()).doesNotExist();
    }

    private CommandLineRun validate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "study",
                "validate",
                run.toString(),
                "--cohort",
                other.resolve("manifest.csv").toString(),
                "--out",
                out().toString(),
                "--threads",
                "2"));
        arguments.addAll(List.of(more));
        return facies(arguments.toArray(String[]::new));
    }

    private static String minus(JsonNode number) {
        return String.format(Locale.ROOT, "%.3f", number.asDouble()).replace('-', '\u2212');
    }

    private Path out() {
        return other.resolve("out");
    }

    /** In every row: part of it, or what the subject's name begins with. */
    private void rename(String part, String with) throws IOException {
        Path manifest = other.resolve("manifest.csv");
        List<String> lines = Files.readAllLines(manifest);
        List<String> changed = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            changed.add(part.isEmpty() ? line.replaceFirst(",", "," + with) : line.replace(part, with));
        }
        Files.write(manifest, changed);
    }

    private void copyWithOtherBytes() throws IOException {
        Files.createDirectories(other.resolve("photos"));
        Files.copy(folder.resolve("manifest.csv"), other.resolve("manifest.csv"));
        try (Stream<Path> photos = Files.list(folder.resolve("photos"))) {
            for (Path photo : photos.toList()) {
                byte[] bytes = Files.readAllBytes(photo);
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                Files.write(other.resolve("photos").resolve(photo.getFileName()), longer);
            }
        }
    }

    private Map<String, String> results() throws IOException {
        try (Stream<Path> files = Files.walk(out())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock") && !file.endsWith("facies.log"))
                    .collect(Collectors.toMap(
                            file -> out().relativize(file).toString(), StudyValidateCommandTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
