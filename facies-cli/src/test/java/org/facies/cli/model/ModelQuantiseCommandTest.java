package org.facies.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.model.ModelZoo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On drawn faces, into the zoo of the machine, under a name that is removed again. */
@Tag("slow")
class ModelQuantiseCommandTest {

    private final String copy = "test-" + UUID.randomUUID();

    @TempDir
    private Path folder;

    @AfterEach
    void remove() throws IOException {
        Path installed = installed();
        Files.deleteIfExists(installed.resolve("model.onnx"));
        Files.deleteIfExists(installed.resolve("card.json"));
        Files.deleteIfExists(installed);
    }

    private Path installed() {
        return ModelZoo.defaultHome().resolve("models").resolve(copy);
    }

    @Test
    void a_copy_comes_with_its_measured_cost_embeds_and_is_not_trained() throws IOException {
        Path manifest = DrawnCohort.write(folder, 12, 3);
        List<String> rows = Files.readAllLines(manifest);
        rows.set(2, rows.get(2).replaceFirst("(fe)?male$", "other"));
        Files.write(manifest, rows);

        CommandLineRun run = quantise(manifest, "--json", "--calibration", "12");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.at("/warnings/0").asText())
                .startsWith("manifest.csv row 3, column sex: \"other\" contradicts");
        assertThat(result.at("/cost/subjects").asInt()).isEqualTo(30);
        assertThat(result.at("/cost/photos").asInt()).isEqualTo(60);
        assertThat(result.at("/cost/calibration_photos").asInt()).isEqualTo(12);
        assertThat(result.at("/cost/cosine/min").asDouble()).isBetween(.9, .99999);
        assertThat(result.at("/cost/accuracy/int8").asDouble())
                .as("three classes of very different faces")
                .isGreaterThan(.6);
        assertThat(result.at("/cost/macro_f1/low").asDouble())
                .isLessThanOrEqualTo(result.at("/cost/macro_f1/high").asDouble());
        assertThat(result.at("/cost/speed")).hasSize(2);
        assertThat(result.at("/evaluation/tests/mcnemar")).hasSize(2);
        assertThat(result.at("/separation/rounded/auc").asDouble()).isGreaterThan(.7);
        assertThat(facies("model", "info", copy).out())
                .contains("source    model mobilefacenet-512, quantised to int8", "cost      accuracy ", "30 subjects")
                .doesNotContain(folder.toString());
        assertEmbeds();
        assertNotTrained(manifest);
    }

    private void assertEmbeds() {
        String photo = folder.resolve("photos/none-0_1.jpg").toString();
        assertThat(facies("embed", photo, "--model", copy).out()).startsWith("photo,e0,e1,");
    }

    private void assertNotTrained(Path manifest) throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "name: rounded\ncohort: " + manifest.getFileName() + "\nmodels:\n  - {name: a, backbone: " + copy
                        + "}\n");

        CommandLineRun trained = facies(
                "study", "run", study.toString(), "--out", folder.resolve("run").toString());
        CommandLineRun again = facies("model", "quantise", copy, "--cohort", manifest.toString(), "--as", copy + "-2");

        assertThat(trained.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(trained.err())
                .endsWith("model: \"" + copy + "\" is quantised and cannot be trained. Use mobilefacenet-512."
                        + System.lineSeparator());
        assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("is quantised already. Quantise mobilefacenet-512.");
    }

    @Test
    void a_cohort_that_is_too_small_to_measure_on_installs_nothing() throws IOException {
        CommandLineRun run = quantise(DrawnCohort.write(folder, 6, 3));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .endsWith("cohort: leaves 15 children with a usable photo for the measurement of int8; 20 are"
                        + " needed. Use a larger cohort; an int8 model is installed only with its"
                        + " measured cost."
                        + System.lineSeparator());
        assertThat(installed()).doesNotExist();
    }

    @Test
    void a_copy_takes_the_place_of_no_other_model() {
        CommandLineRun run =
                facies("model", "quantise", "mobilefacenet-512", "--cohort", "x.csv", "--as", "dlib-resnet", "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo("model id: \"dlib-resnet\" is the name of another model. Choose another" + " id."
                        + System.lineSeparator());
    }

    @Test
    void a_name_that_no_model_can_have_is_refused_before_any_work() {
        CommandLineRun run =
                facies("model", "quantise", "mobilefacenet-512", "--cohort", "x.csv", "--as", "My Copy", "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith("model id: \"My Copy\" is not a name of lower-case letters");
    }

    @Test
    void a_detector_is_not_quantised() {
        CommandLineRun run = facies("model", "quantise", "landmarks-68", "--cohort", "x.csv", "--yes");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("\"landmarks-68\" is for landmarks, not for embeddings.");
    }

    private CommandLineRun quantise(Path manifest, String... more) {
        String[] command = {
            "model", "quantise", "mobilefacenet-512", "--cohort", manifest.toString(), "--as", copy, "--yes"
        };
        String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return facies(all);
    }
}
