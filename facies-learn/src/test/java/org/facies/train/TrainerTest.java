package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainerTest {

    private static final ToyCrops TRAINING = new ToyCrops(120, 3, 1);
    private static final ToyCrops UNSEEN = new ToyCrops(60, 3, 2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Start.class)
    void a_toy_problem_is_learned_from_either_start(Start start) {
        TrainedModel model = train(task(start, new CosFace(16, 0.1), settings(3e-3)), folder);

        assertThat(Toys.accuracy(model, UNSEEN)).isGreaterThan(0.8);
        assertThat(folder.resolve("model.onnx")).exists();
    }

    @Test
    void training_that_was_stopped_ends_in_the_same_bytes() throws Exception {
        TrainingTask task = task(Start.SCRATCH, new ArcFace(16, 0.1), settings(3e-3));
        Path stopped = folder.resolve("stopped");
        Path whole = folder.resolve("whole");
        train(task, whole);

        assertThatThrownBy(() -> new Trainer(Clock.systemUTC()).train(task, stopped, progress -> {
                    if (progress.epoch() == 2 && progress.step() == 3) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        train(task, stopped);

        for (String file : List.of("checkpoint.safetensors", "model.onnx")) {
            assertThat(Files.readAllBytes(stopped.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(whole.resolve(file)));
        }
        assertThat(Files.readAllLines(stopped.resolve("history.csv"))).hasSize(4);
    }

    @Test
    void a_loss_that_is_no_number_stops_with_a_sentence() {
        TrainingTask task = task(Start.PRETRAINED, new Softmax(), exploding());

        assertThatThrownBy(() -> train(task, folder))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("training, epoch 1 step \\d+: the (loss|gradient) is no longer a number .*"
                        + "Lower the learning rates.*");
    }

    @Test
    void a_folder_of_another_training_is_refused() {
        train(task(Start.PRETRAINED, new CosFace(16, 0.1), settings(1e-3)), folder);

        assertThatThrownBy(() -> train(task(Start.PRETRAINED, new CosFace(8, 0.1), settings(1e-3)), folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("belongs to other settings");
    }

    private static TrainedModel train(TrainingTask task, Path folder) {
        return new Trainer(Clock.systemUTC()).train(task, folder, progress -> {});
    }

    private static TrainingTask task(Start start, MarginLoss loss, TrainingSettings settings) {
        return Toys.task(start, loss, settings, TRAINING);
    }

    private static TrainingSettings settings(double learningRate) {
        return Toys.settings(Toys.adamW(learningRate), Augmentation.plausible());
    }

    private static TrainingSettings exploding() {
        return Toys.settings(
                new Optimisation(Optimisation.Method.SGD, 10, 10, 10, 0, 0, Optimisation.Schedule.CONSTANT, 0),
                Augmentation.plausible());
    }
}
