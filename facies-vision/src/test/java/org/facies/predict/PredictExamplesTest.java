package org.facies.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the Javadoc: each compiles and runs here, word for word except for its file. */
class PredictExamplesTest {

    private static final Rgb CROP = new Rgb(112, 112, new byte[3 * 112 * 112]);
    private static final Path SOURCES = Path.of("src");

    @TempDir
    private Path folder;

    private Path model;

    /** Black crops are −1 throughout, so the logits are 1 and −1. */
    @BeforeEach
    void write() {
        model = folder.resolve("model.onnx");
        new OnnxGraph(
                        17,
                        List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, 112L, 112L))),
                        List.of(new OnnxValue("probabilities", List.of(OnnxValue.DYNAMIC, 2L))),
                        List.of(
                                OnnxNode.of("GlobalAveragePool", List.of("input"), "pooled", Map.of()),
                                OnnxNode.of(
                                        "Flatten", List.of("pooled"), "embedding", Map.of("axis", OnnxAttribute.of(1))),
                                OnnxNode.of(
                                        "Gemm",
                                        List.of("embedding", "rows", "shift"),
                                        "logits",
                                        Map.of("transB", OnnxAttribute.of(1))),
                                OnnxNode.of(
                                        "Softmax",
                                        List.of("logits"),
                                        "probabilities",
                                        Map.of("axis", OnnxAttribute.of(1)))),
                        Map.of(
                                "rows",
                                new FloatTensor(List.of(2L, 3L), new float[] {-1, 0, 0, 1, 0, 0}),
                                "shift",
                                FloatTensor.filled(List.of(2L), 0)),
                        Map.of())
                .write(model);
    }

    @Test
    void a_classifier_answers_one_crop() {
        Rgb crop = CROP;
        ClassifierSpec spec = new ClassifierSpec(InputSpec.ARCFACE, List.of("none", "noonan"));
        try (Classifier classifier = Classifier.open(model, spec, 2)) {
            CropPrediction answer = classifier.classify(List.of(crop)).get(0);
            double noonan = answer.probabilities().get(1);
            assertThat(noonan).isBetween(0.119, 0.120);
        }
    }

    @Test
    void an_ensemble_answers_one_crop() {
        Rgb crop = CROP;
        List<Path> networks = List.of(model, model);
        ClassifierSpec spec = new ClassifierSpec(InputSpec.ARCFACE, List.of("none", "noonan"));
        try (FoldEnsemble ensemble = FoldEnsemble.open(networks, spec, 2)) {
            EnsemblePrediction answer = ensemble.classify(List.of(crop)).get(0);
            double noonan = answer.mean().probabilities().get(1);
            double ofFirstFold = answer.members().get(0).probabilities().get(1);
            assertThat(noonan).isEqualTo(ofFirstFold);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Classifier", "FoldEnsemble"})
    void the_examples_of_the_javadoc_are_the_code_above(String type) throws IOException {
        String javadoc = Files.readString(SOURCES.resolve("main/java/org/facies/predict/" + type + ".java"));
        Matcher example =
                Pattern.compile("<pre>\\{@code\n(.*?)}</pre>", Pattern.DOTALL).matcher(javadoc);
        String here = plain(Files.readString(SOURCES.resolve("test/java/org/facies/predict/PredictExamplesTest.java")));

        assertThat(example.find()).as("has an example").isTrue();
        for (String line :
                example.group(1).lines().map(l -> l.replaceFirst("^ \\* ?", "")).toList()) {
            String code =
                    line.replaceAll("Path\\.of\\(\"run/[^\"]*\"\\)", "model").strip();
            assertThat(here).as(line).contains(plain(code));
        }
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}
