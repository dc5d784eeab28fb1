package org.facies.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.embed.Embedding;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.novelty.KnownFaces;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceGraphTest {
    /** A hundredth of a per cent: 1e-4, relative. */
    private static final double SAME_PERCENT = 0.01;

    @TempDir
    private Path folder;

    /** The oldest and newest operator sets that networks may have, and those around changes of the operators used. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 13, 17, 18, 22})
    void onnx_runtime_gives_the_distances_that_java_gives(long opset) {
        for (int classes : new int[] {1, 4}) {
            KnownFaces known = known(128, classes, 30, opset);
            Path file = folder.resolve("distance-" + classes + ".onnx");
            DistanceGraph.of(known, opset).write(file);
            List<float[]> queries = queries(known, 200);

            try (DistanceNetwork network = DistanceNetwork.open(file)) {
                List<Double> distances =
                        network.of(queries.stream().map(Embedding::of).toList());

                for (int i = 0; i < queries.size(); i++) {
                    assertThat(distances.get(i))
                            .isCloseTo(known.relativeDistance(queries.get(i)), withinPercentage(SAME_PERCENT));
                }
                assertThat(network.of(List.of(Embedding.of(new float[128]))).get(0))
                        .isFinite();
            }
        }
    }

    @Test
    void the_graph_is_the_same_after_reading_and_names_its_ends() {
        Path file = folder.resolve("distance.onnx");
        OnnxGraph graph = DistanceGraph.of(known(6, 2, 30, 1), 17);

        graph.write(file);

        OnnxGraph read = OnnxGraph.read(file);
        assertThat(read.toBytes()).isEqualTo(graph.toBytes());
        assertThat(read.opset()).isEqualTo(17);
        assertThat(read.input().name()).isEqualTo("embedding");
        assertThat(read.output().name()).isEqualTo("distance");
    }

    @Test
    void merged_into_an_ensemble_every_member_keeps_its_own_distance() {
        List<KnownFaces> known = List.of(known(6, 1, 25, 1), known(6, 3, 25, 2));
        List<ClassifierNetwork> members = List.of(
                ClassifierNetwork.of("one", TinyClassifier.graph(1)),
                ClassifierNetwork.of("two", TinyClassifier.graph(2)));
        List<Rgb> crops = TinyClassifier.noise(40, 5);

        try (EnsembleClassifier with = open(EnsembleGraph.of(members, graphs(known), TinyClassifier.SPEC));
                EnsembleClassifier without = open(EnsembleGraph.of(members, TinyClassifier.SPEC))) {
            List<EnsemblePrediction> answers = with.classify(crops);

            for (EnsemblePrediction answer : answers) {
                double expected = IntStream.range(0, 2)
                        .mapToDouble(member -> known.get(member)
                                .relativeDistance(answer.members()
                                        .get(member)
                                        .embedding()
                                        .orElseThrow()
                                        .toArray()))
                        .average()
                        .orElseThrow();
                assertThat(answer.distance().orElseThrow()).isCloseTo(expected, withinPercentage(SAME_PERCENT));
            }
            List<EnsemblePrediction> plain = without.classify(crops);
            assertThat(plain).allSatisfy(answer -> assertThat(answer.distance()).isEmpty());
            assertThat(answers)
                    .extracting(EnsemblePrediction::mean)
                    .isEqualTo(plain.stream().map(EnsemblePrediction::mean).toList());
        }
    }

    @Test
    void the_merged_graph_says_the_distances_of_the_members() {
        List<KnownFaces> known = List.of(known(6, 1, 25, 1), known(6, 3, 25, 2));
        List<ClassifierNetwork> members = List.of(
                ClassifierNetwork.of("one", TinyClassifier.graph(1)),
                ClassifierNetwork.of("two", TinyClassifier.graph(2)));

        OnnxGraph graph = EnsembleGraph.of(members, graphs(known), TinyClassifier.SPEC);

        assertThat(graph.outputs())
                .filteredOn(output -> output.name().equals("distances"))
                .singleElement()
                .satisfies(output -> assertThat(output.shape()).containsExactly(-1L, 2L));
    }

    @Test
    void distances_of_some_members_only_are_a_bug() {
        ClassifierNetwork member = ClassifierNetwork.of("one", TinyClassifier.graph(1));
        ClassifierNetwork plain = ClassifierNetwork.of("plain", TinyClassifier.withoutEmbedding(1));
        List<OnnxGraph> one = graphs(List.of(known(6, 1, 25, 1)));

        assertThatThrownBy(() -> EnsembleGraph.of(List.of(member, member), one, TinyClassifier.SPEC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 distances of 2 members, embeddings: true");
        assertThatThrownBy(() -> EnsembleGraph.of(List.of(plain), one, TinyClassifier.SPEC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 distances of 1 members, embeddings: false");
    }

    @Test
    void no_embedding_of_a_child_is_in_the_file() {
        float[][] children = children(64, 2, 40, 9);
        OnnxGraph graph = DistanceGraph.of(known(children, 2), 17);

        for (float[] child : children) {
            Embedding direction = Embedding.of(child);
            assertThat(rows(graph)).noneMatch(row -> Math.abs(direction.cosine(Embedding.of(row))) > 0.99);
        }
        assertThat(graph.weights().values().stream()
                        .mapToInt(weight -> weight.values().length)
                        .sum())
                .as("two means, a matrix and a scale")
                .isEqualTo(3 * 64 + 64 * 64);
    }

    @Test
    void another_file_is_refused() throws Exception {
        Path classifier = folder.resolve("model.onnx");
        TinyClassifier.graph(1).write(classifier);
        Path text = Files.writeString(folder.resolve("text.onnx"), "no network");

        assertThatThrownBy(() -> DistanceNetwork.open(classifier))
                .isInstanceOf(BadInput.class)
                .hasMessage(classifier + ": does not compute the distance of an embedding. Use the distance.onnx of a"
                        + " trial of a study.");
        assertThatThrownBy(() -> DistanceNetwork.open(text)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> DistanceNetwork.open(folder.resolve("absent.onnx")))
                .isInstanceOf(BadInput.class);
    }

    /** Every vector of the file that is as long as an embedding. */
    private static List<float[]> rows(OnnxGraph graph) {
        return graph.weights().values().stream()
                .flatMap(weight -> IntStream.range(0, weight.values().length / 64)
                        .mapToObj(row -> Arrays.copyOfRange(weight.values(), 64 * row, 64 * (row + 1))))
                .toList();
    }

    private static List<OnnxGraph> graphs(List<KnownFaces> known) {
        return known.stream().map(faces -> DistanceGraph.of(faces, 17)).toList();
    }

    private static EnsembleClassifier open(OnnxGraph graph) {
        return EnsembleClassifier.open("classifier", graph.toBytes(), 3, 1);
    }

    /** Around the means and far from them. */
    private static List<float[]> queries(KnownFaces known, int queries) {
        Random random = new Random(8);
        return IntStream.range(0, queries)
                .mapToObj(query -> {
                    double[] mean = known.means().get(query % known.means().size());
                    float[] near = new float[mean.length];
                    for (int i = 0; i < near.length; i++) {
                        near[i] = (float) (5 * mean[i] + query * 0.02 * random.nextGaussian());
                    }
                    return near;
                })
                .filter(near -> known.relativeDistance(near) > 0.01)
                .toList();
    }

    private static KnownFaces known(int size, int classes, int subjects, long seed) {
        return known(children(size, classes, subjects, seed), classes);
    }

    private static KnownFaces known(float[][] children, int classes) {
        int[] labels = IntStream.range(0, children.length).map(i -> i % classes).toArray();
        return KnownFaces.of(
                        children, labels, IntStream.range(0, children.length).toArray())
                .orElseThrow();
    }

    private static float[][] children(int size, int classes, int subjects, long seed) {
        Random random = new Random(seed);
        float[][] children = new float[classes * subjects][size];
        for (int child = 0; child < children.length; child++) {
            for (int i = 0; i < size; i++) {
                children[child][i] = (float) random.nextGaussian() + (i % classes == child % classes ? 1.5f : 0);
            }
        }
        return children;
    }
}
