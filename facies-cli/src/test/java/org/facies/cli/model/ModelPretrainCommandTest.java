package org.facies.cli.model;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facies.DrawnFace;
import org.facies.cli.CommandLineRun;
import org.facies.cli.FaciesProcess;
import org.facies.cli.Main;
import org.facies.cli.command.ExitCode;
import org.facies.file.Yaml;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn people in, a backbone out, each command in a process with a model zoo of its own. */
@Tag("slow")
class ModelPretrainCommandTest {
    private static final int PEOPLE = 9;
    private static final int PHOTOS = 3;

    @TempDir
    private static Path folder;

    private static Path home;
    private static Path people;

    @BeforeAll
    static void draw_people_and_build_a_network() throws Exception {
        home = folder.resolve("home");
        people = folder.resolve("people");
        Random random = new Random(4);
        for (int person = 0; person < PEOPLE; person++) {
            DrawnFace face = new DrawnFace(0.36 + 0.02 * person, 0.48 - 0.02 * person, 0.7 + 0.04 * person);
            for (int photo = 0; photo < PHOTOS; photo++) {
                face.write(people.resolve("secret-" + person + "/" + photo + ".jpg"), random);
            }
        }
        FaciesProcess.withFaceNetworks(home);
        Path network = folder.resolve("tiny.onnx");
        tiny().freshlyInitialised(3).write(network);
        assertThat(run(List.of("model", "import", network.toString(), "--id", "tiny", "--licence", "own", "--yes")))
                .isZero();
    }

    @Test
    void people_go_in_and_a_backbone_comes_out_also_after_a_kill() throws Exception {
        Path whole = folder.resolve("whole/our-run");
        Path killed = folder.resolve("killed/our-run");

        assertThat(run(pretraining("ours", whole))).isZero();

        CsvTable verification = CsvTable.read(whole.resolve("verification.csv"));
        assertThat(verification.rows()).extracting(row -> row.get("epoch")).containsExactly("0", "2", "3");
        assertThat(verification.rows())
                .allSatisfy(
                        row -> assertThat(Double.parseDouble(row.get("auc"))).isBetween(0.0, 1.0));
        assertThat(verification.rows().get(0).get("auc"))
                .isNotEqualTo(verification.rows().get(2).get("auc"));
        assertThat(whole.resolve("identities.json")).content().contains("\"training\" : {", "\"identities\" : 5");
        assertThat(whole.resolve("curve.svg"))
                .content()
                .startsWith("<svg xmlns=")
                .contains("accuracy (10-fold)");
        assertThat(home.resolve("models/ours/model.onnx")).hasSameBinaryContentAs(whole.resolve("model.onnx"));
        assertThat(home.resolve("models/ours/card.json"))
                .content()
                .contains("\"from\" : \"training\"", "\"run\" : \"our-run\"", "15 photos of 5 people");
        assertNamesNobody(whole);
        assertIsDescribed(Yaml.MAPPER.readTree(Files.readString(whole.resolve("pretrain.yaml"))), "");
        assertIsDescribed(new ObjectMapper().readTree(Files.readString(whole.resolve("identities.json"))), "");

        kill(pretraining("again", killed), killed.resolve("training/checkpoint.safetensors"));
        assertThat(home.resolve("models/again")).doesNotExist();
        assertThat(run(pretraining("again", killed))).isZero();

        for (String file : List.of("model.onnx", "verification.csv", "identities.json", "curve.svg")) {
            assertThat(killed.resolve(file)).as(file).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(killed.resolve("facies.log"))
                .content()
                .matches("(?s)\\S+Z INFO  begun: .* training: begun\n.*\\S+Z INFO  resumed: .*")
                .contains(" epoch 3/3: done")
                .endsWith(" ended: done\n");
        assertNamesNobody(killed);
    }

    @Test
    void the_name_of_another_model_is_not_taken() {
        CommandLineRun refused = facies(
                "model",
                "pretrain",
                "--identities",
                people.toString(),
                "--as",
                "dlib-resnet",
                "--out",
                folder.resolve("refused").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .startsWith("model id: \"dlib-resnet\" is the name of a model of the catalogue. Choose another id.");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    @Test
    void an_architecture_has_no_weights_to_start_from() {
        CommandLineRun refused = facies(
                "model",
                "pretrain",
                "--identities",
                people.toString(),
                "--start",
                "pretrained",
                "--as",
                "ours",
                "--out",
                folder.resolve("refused").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .startsWith("--start: \"pretrained\" needs weights, but iresnet18 is an architecture without weights.");
    }

    private static List<String> pretraining(String id, Path out) {
        return List.of(
                "model",
                "pretrain",
                "--identities",
                people.toString(),
                "--backbone",
                "tiny",
                "--as",
                id,
                "--out",
                out.toString(),
                "--epochs",
                "3",
                "--batch-size",
                "4",
                "--held-out",
                "0.4",
                "--verify-every",
                "2",
                "--checkpoint-steps",
                "1",
                "--threads",
                "2");
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static void kill(List<String> arguments, Path sign) throws IOException, InterruptedException {
        Process process = start(arguments);
        while (!Files.exists(sign) && process.isAlive()) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("killed, not done").isNotZero();
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("FACIES_HOME", home.toString());
        return builder.start();
    }

    private static void assertNamesNobody(Path run) throws IOException {
        try (Stream<Path> files = Files.walk(run)) {
            for (File file : files.map(Path::toFile).filter(File::isFile).toList()) {
                assertThat(Files.readString(file.toPath(), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("secret-");
            }
        }
    }

    /** float[n][3][112][112] to float[n][16]: two convolutions with long strides, a mean, a matrix. */
    private static OnnxGraph tiny() {
        Map<String, FloatTensor> weights = new LinkedHashMap<>();
        weights.put("conv1.weight", FloatTensor.filled(List.of(8L, 3L, 8L, 8L), 0));
        weights.put("conv2.weight", FloatTensor.filled(List.of(16L, 8L, 3L, 3L), 0));
        weights.put("fc.weight", FloatTensor.filled(List.of(16L, 16L), 0));
        List<OnnxNode> nodes = List.of(
                convolution("input", "conv1", 8),
                OnnxNode.of("Relu", List.of("conv1"), "relu1", Map.of()),
                convolution("relu1", "conv2", 3),
                OnnxNode.of("Relu", List.of("conv2"), "relu2", Map.of()),
                OnnxNode.of("GlobalAveragePool", List.of("relu2"), "pool", Map.of()),
                OnnxNode.of("Flatten", List.of("pool"), "flat", Map.of("axis", OnnxAttribute.of(1))),
                OnnxNode.of("MatMul", List.of("flat", "fc.weight"), "embedding", Map.of()));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, 112L, 112L))),
                List.of(new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 16L))),
                nodes,
                weights,
                Map.of());
    }

    private static OnnxNode convolution(String from, String name, long side) {
        return OnnxNode.of(
                "Conv",
                List.of(from, name + ".weight"),
                name,
                Map.of(
                        "kernel_shape",
                        OnnxAttribute.of(List.of(side, side)),
                        "strides",
                        OnnxAttribute.of(List.of(side, side))));
    }

    /** On the page of the reference. */
    private static void assertIsDescribed(JsonNode group, String path) {
        group.properties().forEach(entry -> {
            String key = path + entry.getKey();
            if (key.equals("without_face")) {
                return;
            }
            if (entry.getValue().isObject()) {
                assertIsDescribed(entry.getValue(), key + ".");
            } else {
                assertThat(Path.of("..", "docs", "reference", "files", "pretrain.md"))
                        .content()
                        .contains("`" + key + "`");
            }
        });
    }
}
