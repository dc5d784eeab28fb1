package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.autograd.Activations;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.MemoryLayout;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Precision;
import org.facies.autograd.Tensors;
import org.facies.input.BadInput;
import org.facies.loss.CosFace;
import org.facies.train.data.Augmentation;
import org.facies.train.data.Batch;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.CropSource;
import org.facies.train.data.StagedBatch;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputeSettingsTest {

    private static final ComputeDevice CPU = new ComputeDevice.Cpu();
    private static final Execution BF16 =
            new Execution(CPU, Precision.BF16, MemoryLayout.CHANNELS_LAST, Activations.RECOMPUTED);

    /** Classes of one, two and nine crops, so that parts of the batch weigh differently. */
    private static final int[] LABELS = {0, 2, 2, 1, 2, 2, 2, 2, 1, 2, 2, 2};

    @TempDir
    private Path folder;

    @Test
    void parts_of_a_batch_move_the_weights_as_the_whole() {
        Map<String, float[]> whole = afterOneStep(1);

        for (int parts : List.of(2, 3, 5)) {
            Map<String, float[]> inParts = afterOneStep(parts);
            whole.forEach((name, values) ->
                    assertThat(inParts.get(name)).as(parts + " parts, " + name).containsExactly(values, within(1e-6f)));
        }
    }

    private static Map<String, float[]> afterOneStep(int parts) {
        Optimisation sgd = new Optimisation(
                Optimisation.Method.SGD, 0.01, 0.01, 0.01, 0, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0);
        TrainingTask task = task(
                Start.PRETRAINED,
                settings(sgd, new ComputeSettings(Execution.cpu(), parts, 2)),
                new ToyCrops(12, 0, 1));
        Batch batch = task.batches().plain(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        long[] labels = java.util.Arrays.stream(LABELS).asLongStream().toArray();
        try (StagedBatch staged = StagedBatch.of(new Batch(batch.values(), batch.shape(), labels), CPU);
                Network network = new Network(task);
                StepRunner runner = new StepRunner(task, LABELS, network, 1)) {
            runner.run(staged, 0, "here");
            Map<String, float[]> weights = new HashMap<>();
            NativeMemory.freedAfter(
                    () -> network.state().forEach((name, tensor) -> weights.put(name, Tensors.floats(tensor))));
            return weights;
        }
    }

    @Test
    void bfloat16_recomputed_and_channels_last_together_learn_a_toy_problem() {
        TrainingTask task = task(
                Start.SCRATCH, settings(Toys.adamW(3e-3), new ComputeSettings(BF16, 2, 2)), new ToyCrops(120, 3, 1));

        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, progress -> {});

        assertThat(Toys.accuracy(model, new ToyCrops(60, 3, 2))).isGreaterThan(0.8);
    }

    @Test
    void a_part_has_two_crops_at_least() {
        assertThatThrownBy(() -> settings(Toys.adamW(1e-3), new ComputeSettings(Execution.cpu(), 9, 2)))
                .isInstanceOf(BadInput.class)
                .hasMessage("training, accumulate: \"9\" leaves fewer than two crops of a batch of 16 for each part."
                        + " Give at"
                        + " most 8, or raise batch_size.");
    }

    @Test
    void which_card_it_is_does_not_change_whose_checkpoint_it_is_but_the_kind_of_device_does() {
        String first = fingerprint(Execution.plain(new ComputeDevice.Cuda(0)));

        assertThat(fingerprint(Execution.plain(new ComputeDevice.Cuda(1)))).isEqualTo(first);
        assertThat(fingerprint(Execution.cpu())).isNotEqualTo(first);
        assertThat(fingerprint(BF16)).isNotEqualTo(fingerprint(Execution.cpu()));
    }

    private static String fingerprint(Execution execution) {
        return task(
                        Start.SCRATCH,
                        settings(Toys.adamW(1e-3), new ComputeSettings(execution, 1, 2)),
                        new ToyCrops(12, 3, 1))
                .fingerprint();
    }

    private static TrainingSettings settings(Optimisation optimisation, ComputeSettings compute) {
        return new TrainingSettings(
                3,
                16,
                optimisation,
                ClassBalance.SQRT_WEIGHTS,
                HeadStart.RANDOM,
                0.1,
                Augmentation.none(),
                Optional.empty(),
                new WeightAveraging.Last(),
                0,
                7,
                compute);
    }

    private static TrainingTask task(Start start, TrainingSettings settings, CropSource crops) {
        return Toys.task(start, new CosFace(16, 0.1), settings, crops);
    }
}
