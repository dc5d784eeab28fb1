package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.CrossEntropy;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.facies.train.data.Augmentation;
import org.facies.train.data.Batch;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.StagedBatch;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The toy network's loss, gradients and weights after two steps, against PyTorch. */
class GoldenTrainingTest {

    private static final long[] LABELS = {0, 1, 2, 0, 1, 2};
    private static final Map<String, MarginLoss> LOSSES =
            Map.of("cosface", new CosFace(16, 0.2), "arcface", new ArcFace(16, 0.3), "softmax", new Softmax());

    @Test
    void the_golden_values_belong_to_the_toy_network() throws IOException {
        assertThat(ToyNetwork.graph().toBytes()).isEqualTo(Files.readAllBytes(Golden.file("toy.onnx")));
    }

    static Stream<String> losses() {
        return LOSSES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss_and_gradients_agree_with_pytorch(String name) {
        try (Network network = network(name, Optimisation.Method.ADAMW)) {
            NativeMemory.freedAfter(() -> {
                Tensor labels = Tensors.of(LABELS);
                Tensor input = Tensors.of(Golden.tensor("input"));
                Tensor scores = network.classifier().scores(input, Mode.TRAINING);
                Tensor loss = new CrossEntropy(List.of(), 0).of(LOSSES.get(name).logits(scores, labels), labels);
                loss.backward();

                assertThat(loss.item_float()).isCloseTo(Golden.values(name + ".adamw.loss1")[0], within(1e-5f));
                network.state()
                        .forEach((weight, tensor) -> assertThat(Tensors.floats(tensor.grad()))
                                .as("gradient of " + weight)
                                .containsExactly(Golden.values(name + ".gradient/" + weight), within(1e-5f)));
            });
        }
    }

    static Stream<Arguments> lossesAndMethods() {
        return losses().flatMap(
                        loss -> Stream.of(Optimisation.Method.values()).map(method -> Arguments.of(loss, method)));
    }

    @ParameterizedTest
    @MethodSource("lossesAndMethods")
    void two_steps_end_at_pytorchs_weights(String name, Optimisation.Method method) {
        String key = name + "." + method.name().toLowerCase(java.util.Locale.ROOT);
        TrainingTask task = task(name, method);
        Batch batch = new Batch(Golden.values("input"), List.of(3L, 16L, 16L), LABELS);
        try (StagedBatch staged = StagedBatch.of(batch, new ComputeDevice.Cpu());
                Network network = network(name, method);
                StepRunner runner = new StepRunner(task, new int[] {0, 1, 2}, network, 1)) {
            for (int step = 1; step <= 2; step++) {
                double loss = runner.run(staged, step - 1L, "here").loss();
                assertThat(loss).isCloseTo(Golden.values(key + ".loss" + step)[0], within(2e-5));
            }
            network.state()
                    .forEach((weight, tensor) -> assertThat(NativeMemory.freedAfter(() -> Tensors.floats(tensor)))
                            .as(weight)
                            .containsExactly(Golden.values(key + ".after/" + weight), within(1e-4f)));
        }
    }

    /** The network with the golden head. */
    private static Network network(String loss, Optimisation.Method method) {
        Network network = new Network(task(loss, method));
        NativeMemory.withoutGradients(
                () -> network.state().get(Classifier.HEAD_WEIGHT).copy_(Tensors.of(Golden.tensor("head"))));
        return network;
    }

    private static TrainingTask task(String loss, Optimisation.Method method) {
        Optimisation optimisation =
                new Optimisation(method, 1e-3, 1e-3, 1e-2, 0.05, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);
        TrainingSettings settings = new TrainingSettings(
                2,
                6,
                optimisation,
                ClassBalance.NONE,
                HeadStart.RANDOM,
                0,
                Augmentation.none(),
                Optional.empty(),
                new WeightAveraging.Last(),
                0,
                1,
                ComputeSettings.cpu(2));
        return Toys.task(Start.PRETRAINED, LOSSES.get(loss), settings, new ToyCrops(6, 0, 1));
    }
}
