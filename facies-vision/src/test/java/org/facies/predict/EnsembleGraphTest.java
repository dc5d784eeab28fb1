package org.facies.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.onnx.ElementType;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnsembleGraphTest {

    @TempDir
    private Path folder;

    @Test
    void the_graph_says_what_the_networks_of_the_folds_say() {
        float[] scales = {0.5f, 1, 3};
        List<Rgb> crops = TinyClassifier.noise(40, 1);
        try (FoldEnsemble folds = FoldEnsemble.open(networks(scales), TinyClassifier.SPEC, 1);
                EnsembleClassifier classifier = open(joined(scales))) {
            List<EnsemblePrediction> expected = folds.classify(crops);

            List<EnsemblePrediction> answers = classifier.classify(crops);

            assertThat(answers).hasSize(40);
            for (int i = 0; i < crops.size(); i++) {
                assertSame(answers.get(i).mean(), expected.get(i).mean());
                assertThat(answers.get(i).members()).hasSize(3);
                for (int member = 0; member < 3; member++) {
                    CropPrediction own = answers.get(i).members().get(member);
                    CropPrediction ofFold = expected.get(i).members().get(member);
                    assertSame(own, ofFold);
                    assertThat(own.embedding()).isEqualTo(ofFold.embedding());
                }
            }
        }
    }

    @Test
    void one_network_is_an_ensemble_too() {
        List<Rgb> crops = TinyClassifier.noise(5, 2);
        try (FoldEnsemble folds = FoldEnsemble.open(networks(2), TinyClassifier.SPEC, 1);
                EnsembleClassifier classifier = open(joined(2))) {
            EnsemblePrediction answer = classifier.classify(crops).get(3);

            assertSame(answer.mean(), folds.classify(crops).get(3).mean());
            assertThat(answer.members()).hasSize(1);
        }
    }

    @Test
    void probabilities_that_round_to_zero_keep_their_logarithms() {
        try (EnsembleClassifier classifier = open(joined(100, 200))) {
            CropPrediction mean = classifier
                    .classify(List.of(TinyClassifier.crop(200, 200)))
                    .get(0)
                    .mean();

            assertThat(mean.probabilities().get(2)).isZero();
            assertThat(mean.logProbabilities().get(2)).isCloseTo(-200 - 2 * Math.log(2), within(1e-4));
        }
    }

    @Test
    void networks_without_an_embedding_are_joined_without_one() {
        ClassifierNetwork network = ClassifierNetwork.of("plain", TinyClassifier.withoutEmbedding(1));
        OnnxGraph graph = EnsembleGraph.of(List.of(network, network), TinyClassifier.SPEC);
        try (EnsembleClassifier classifier = open(graph)) {
            EnsemblePrediction answer =
                    classifier.classify(TinyClassifier.noise(1, 3)).get(0);

            assertThat(answer.members())
                    .allSatisfy(member -> assertThat(member.embedding()).isEmpty());
        }
    }

    @Test
    void what_members_have_in_common_stands_in_the_graph_once() {
        OnnxGraph apart = joined(1, 2);
        OnnxGraph alike = joined(1, 1);

        assertThat(operations(apart, "Flatten")).isEqualTo(1);
        assertThat(operations(apart, "Gemm")).isEqualTo(2);
        assertThat(operations(alike, "Gemm")).isEqualTo(1);
        assertThat(floats(apart) - floats(alike)).isEqualTo(18);
    }

    @Test
    void it_takes_bytes_and_can_be_read_again() {
        Path file = folder.resolve("joined.onnx");
        OnnxGraph graph = joined(1, 2);

        graph.write(file);

        OnnxGraph read = OnnxGraph.read(file);
        assertThat(read.input()).isEqualTo(graph.input());
        assertThat(read.input().type()).isEqualTo(ElementType.UINT8);
        assertThat(read.input().shape()).containsExactly(-1L, 1L, 2L, 3L);
        assertThat(read.toBytes()).isEqualTo(graph.toBytes());
    }

    @Test
    void another_graph_is_refused() {
        assertThatThrownBy(() -> open(TinyClassifier.graph(1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("classifier: is not a classifier of crops with 3 classes. Make the bundle again.");
        assertThatThrownBy(() -> EnsembleClassifier.open("classifier", joined(1).toBytes(), 4, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage("classifier: is not a classifier of crops with 4 classes. Make the bundle again.");
    }

    @Test
    void crops_of_another_size_are_refused() {
        try (EnsembleClassifier classifier = open(joined(1))) {
            assertThatThrownBy(() -> classifier.classify(List.of(new Rgb(1, 2, new byte[6]))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not of 2 × 1 pixels");
        }
    }

    private static void assertSame(CropPrediction answer, CropPrediction expected) {
        for (int c = 0; c < 3; c++) {
            assertThat(answer.probabilities().get(c))
                    .isCloseTo(expected.probabilities().get(c), within(1e-7));
            assertThat(answer.logProbabilities().get(c))
                    .isCloseTo(expected.logProbabilities().get(c), within(1e-5));
        }
    }

    private static OnnxGraph joined(float... scales) {
        return EnsembleGraph.of(
                IntStream.range(0, scales.length)
                        .mapToObj(i -> ClassifierNetwork.of("member " + i, TinyClassifier.graph(scales[i])))
                        .toList(),
                TinyClassifier.SPEC);
    }

    private static EnsembleClassifier open(OnnxGraph graph) {
        return EnsembleClassifier.open("classifier", graph.toBytes(), 3, 1);
    }

    private static long operations(OnnxGraph graph, String op) {
        return graph.nodes().stream().filter(node -> node.op().equals(op)).count();
    }

    private static int floats(OnnxGraph graph) {
        return graph.weights().values().stream()
                .mapToInt(weight -> weight.values().length)
                .sum();
    }

    private List<Path> networks(float... scales) {
        List<Path> networks = new ArrayList<>();
        for (float scale : scales) {
            Path file = folder.resolve("scale-" + scale + ".onnx");
            TinyClassifier.graph(scale).write(file);
            networks.add(file);
        }
        return networks;
    }
}
