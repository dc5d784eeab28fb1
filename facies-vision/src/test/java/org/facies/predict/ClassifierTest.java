package org.facies.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.embed.Embedding;
import org.facies.embed.Views;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTest {

    @TempDir
    private Path folder;

    @Test
    void an_answer_is_the_mean_over_the_crop_and_its_mirror_image() {
        try (Classifier classifier = open(TinyClassifier.graph(1))) {
            CropPrediction answer =
                    classifier.classify(List.of(TinyClassifier.crop(200, 50))).get(0);

            double total = Math.exp(2) + Math.exp(0.5) + 1;
            double side = (Math.exp(2) + Math.exp(0.5)) / total / 2;
            double neither = 1 / total;
            assertThat(answer.probabilities()).hasSize(3);
            assertThat(answer.probabilities().get(0)).isCloseTo(side, within(1e-7));
            assertThat(answer.probabilities().get(1)).isCloseTo(side, within(1e-7));
            assertThat(answer.probabilities().get(2)).isCloseTo(neither, within(1e-7));
            assertThat(answer.logProbabilities().get(0)).isCloseTo(Math.log(side), within(1e-7));
            assertThat(answer.logProbabilities().get(2)).isCloseTo(Math.log(neither), within(1e-7));
        }
    }

    @Test
    void the_crop_alone_is_not_averaged() {
        try (Classifier classifier = open(TinyClassifier.graph(1))) {
            List<Rgb> crop = List.of(TinyClassifier.crop(200, 50));

            CropPrediction answer = classifier.classify(crop, Views.CROP).get(0);

            double total = Math.exp(2) + Math.exp(0.5) + 1;
            assertThat(answer.probabilities().get(0)).isCloseTo(Math.exp(2) / total, within(1e-7));
            assertThat(answer.logProbabilities().get(1)).isCloseTo(0.5 - Math.log(total), within(1e-7));
        }
    }

    @Test
    void the_embedding_is_of_the_crop_and_not_of_its_mirror_image() {
        try (Classifier classifier = open(TinyClassifier.graph(1))) {
            CropPrediction answer =
                    classifier.classify(List.of(TinyClassifier.crop(200, 50))).get(0);

            assertThat(answer.embedding()).contains(Embedding.of(2, 0.5f, 0, 0, 0, 0));
        }
    }

    @Test
    void probabilities_that_round_to_zero_keep_their_order_in_logarithms() {
        try (Classifier classifier = open(TinyClassifier.graph(100))) {
            List<Rgb> crops = List.of(TinyClassifier.crop(200, 200), TinyClassifier.crop(250, 250));

            List<CropPrediction> answers = classifier.classify(crops);

            assertThat(answers)
                    .allSatisfy(
                            answer -> assertThat(answer.probabilities().get(2)).isZero());
            assertThat(answers.get(0).logProbabilities().get(2)).isCloseTo(-200 - Math.log(2), within(1e-6));
            assertThat(answers.get(1).logProbabilities().get(2)).isCloseTo(-250 - Math.log(2), within(1e-6));
        }
    }

    @Test
    void logarithms_and_probabilities_say_the_same() {
        try (Classifier classifier = open(TinyClassifier.graph(2))) {
            for (CropPrediction answer : classifier.classify(TinyClassifier.noise(50, 1))) {
                double sum = 0;
                for (int c = 0; c < 3; c++) {
                    double exact = Math.exp(answer.logProbabilities().get(c));
                    assertThat(answer.probabilities().get(c)).isCloseTo(exact, within(1e-6));
                    sum += exact;
                }
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void a_crop_has_the_same_answer_in_any_batch_and_on_any_thread() {
        try (Classifier classifier = open(TinyClassifier.graph(2))) {
            List<Rgb> crops = TinyClassifier.noise(70, 2);
            List<CropPrediction> together = classifier.classify(crops);

            List<CropPrediction> apart = IntStream.range(0, crops.size())
                    .parallel()
                    .mapToObj(i -> classifier.classify(List.of(crops.get(i))).get(0))
                    .toList();

            for (int i = 0; i < crops.size(); i++) {
                assertThat(apart.get(i).embedding()).isEqualTo(together.get(i).embedding());
                for (int c = 0; c < 3; c++) {
                    assertThat(apart.get(i).logProbabilities().get(c))
                            .isCloseTo(together.get(i).logProbabilities().get(c), within(1e-5));
                }
            }
            assertThat(classifier.classify(List.of())).isEmpty();
        }
    }

    @Test
    void a_network_without_an_embedding_predicts_the_same() {
        try (Classifier with = open(TinyClassifier.graph(1));
                Classifier without = open(TinyClassifier.withoutEmbedding(1))) {
            List<Rgb> crops = TinyClassifier.noise(5, 3);

            for (int i = 0; i < crops.size(); i++) {
                CropPrediction full = with.classify(crops).get(i);
                CropPrediction bare = without.classify(crops).get(i);
                assertThat(bare.embedding()).isEmpty();
                assertThat(bare.probabilities()).isEqualTo(full.probabilities());
                assertThat(bare.logProbabilities()).isEqualTo(full.logProbabilities());
            }
        }
    }

    @Test
    void a_file_that_is_no_classifier_of_these_classes_is_refused() {
        OnnxGraph backbone = TinyClassifier.graph(1).withOutputs(List.of("embedding"));
        Path file = folder.resolve("backbone.onnx");
        backbone.write(file);
        Path tiny = folder.resolve("tiny.onnx");
        TinyClassifier.graph(1).write(tiny);
        ClassifierSpec two = new ClassifierSpec(TinyClassifier.SPEC.input(), List.of("left", "right"));

        assertThatThrownBy(() -> Classifier.open(folder.resolve("none.onnx"), TinyClassifier.SPEC, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("none.onnx") + ": is missing. Use the model.onnx of a trial of a study.");
        assertThatThrownBy(() -> Classifier.open(file, TinyClassifier.SPEC, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + ", output: \"embedding\" is not the output of a softmax, so it does not contain"
                        + " probabilities."
                        + " Use the model.onnx of a trial of a study.");
        assertThatThrownBy(() -> Classifier.open(tiny, two, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage(tiny + ": has 3 classes, but 2 are named: left, right."
                        + " Name the classes on which it was trained.");
    }

    @Test
    void a_crop_of_another_size_is_a_bug_of_the_caller() {
        try (Classifier classifier = open(TinyClassifier.graph(1))) {
            assertThatThrownBy(() -> classifier.classify(List.of(new Rgb(1, 1, new byte[3]))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Rgb[1 × 1] is not a crop for tiny-2");
        }
    }

    private static Classifier open(OnnxGraph graph) {
        return Classifier.open(ClassifierNetwork.of("tiny", graph), TinyClassifier.SPEC, 1);
    }
}
