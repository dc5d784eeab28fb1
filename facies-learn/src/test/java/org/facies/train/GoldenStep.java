package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.loss.CosFace;
import org.facies.loss.CrossEntropy;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.Optimiser;
import org.facies.train.optim.WarmUp;

/**
 * One step of training on six crops as {@code make_iresnet_golden.py} and {@code make_mobilefacenet_golden.py} take it.
 *
 * @param golden what PyTorch computed
 * @param key of the step in it
 */
record GoldenStep(Map<String, FloatTensor> golden, String key) {

    static final long CLASSES = 5;
    static final CosFace LOSS = new CosFace(16, 0.2);
    static final int CROPS = 6;

    private static final long[] LABELS = {0, 1, 2, 3, 4, 0};
    private static final Optimisation SGD = new Optimisation(
            Optimisation.Method.SGD, 0.05, 0.05, 0.05, 5e-4, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);

    /** Loss, gradients and the weights after the step, to 1e-4; the scale of the last norm stays as it is. */
    void assertAgrees(OnnxGraph graph, FloatTensor crops, long embeddingSize) {
        FloatTensor head = FormulaTensors.spread("head.weight", List.of(CLASSES, embeddingSize), -1, 1);
        try (Classifier classifier = new Classifier(graph, LOSS, head);
                Optimiser optimiser = Optimiser.of(SGD.method(), classifier.trainables(SGD))) {
            NativeMemory.freedAfter(() -> {
                Tensor labels = Tensors.of(LABELS);
                Tensor scores = classifier.scores(Tensors.of(crops), Mode.TRAINING);
                Tensor loss = new CrossEntropy(List.of(), 0).of(LOSS.logits(scores, labels), labels);
                loss.backward();
                assertThat(loss.item_float())
                        .isCloseTo(golden.get(key + ".loss").values()[0], within(1e-4f));
                agree(key + ".gradient/", name -> classifier.state().get(name).grad());
            });
            NativeMemory.withoutGradients(() -> optimiser.step(1, 1));
            NativeMemory.freedAfter(() -> agree(key + ".after/", classifier.state()::get));
            assertThat(NativeMemory.freedAfter(
                            () -> Tensors.floats(classifier.state().get("features.weight"))))
                    .isEqualTo(graph.weights().get("features.weight").values());
        }
    }

    /** Every golden sample under a prefix, to 1e-4 of its largest element. */
    private void agree(String prefix, Function<String, Tensor> ours) {
        List<String> keys =
                golden.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
        assertThat(keys).hasSizeGreaterThan(12);
        for (String name : keys) {
            float[] expected = golden.get(name).values();
            assertThat(sample(Tensors.floats(ours.apply(name.substring(prefix.length()))), expected.length))
                    .as(name)
                    .containsExactly(expected, within(1e-4f * largest(expected)));
        }
    }

    /** Elements at equal distances, as the recipe takes them: 48 at most. */
    private static float[] sample(float[] values, int expected) {
        int stride = (values.length + 47) / 48;
        float[] taken = new float[expected];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[i * stride];
        }
        return taken;
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
