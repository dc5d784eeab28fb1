package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.loss.ArcFace;
import org.facies.loss.CosFace;
import org.facies.loss.MarginLoss;
import org.facies.loss.Softmax;
import org.facies.onnx.OnnxGraph;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.facies.train.data.Augmentation;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
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
    void while_the_last_checkpoint_is_fresh_none_is_written_but_at_the_end() throws Exception {
        TrainingTask task = task(Start.SCRATCH, new ArcFace(16, 0.1), settings(3e-3));
        Trainer hasty = new Trainer(Clock.systemUTC(), Duration.ofDays(1));
        Path stopped = folder.resolve("stopped");
        Path whole = folder.resolve("whole");
        train(task, whole);

        assertThatThrownBy(() -> hasty.train(task, stopped, new EpochsHeard(new ArrayList<>(), 2)))
                .hasMessage("power cut after epoch 2");
        assertThat(stopped.resolve("checkpoint.safetensors")).doesNotExist();
        hasty.train(task, stopped, progress -> {});

        assertThat(stopped.resolve("checkpoint.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("checkpoint.safetensors"));
        assertThat(Files.readAllLines(stopped.resolve("history.csv"))).hasSize(4);
    }

    @Test
    void whoever_listens_has_seen_the_network_of_every_epoch_that_a_stopped_run_goes_on_from() throws Exception {
        TrainingTask task = task(Start.SCRATCH, new CosFace(16, 0.1), settings(3e-3));
        List<String> heard = new ArrayList<>();
        EpochsHeard listener = new EpochsHeard(heard, 2);

        assertThatThrownBy(() -> new Trainer(Clock.systemUTC()).train(task, folder, listener))
                .hasMessage("power cut after epoch 2");
        TrainedModel model = new Trainer(Clock.systemUTC()).train(task, folder, new EpochsHeard(heard, 9));

        assertThat(heard).hasSize(5);
        assertThat(heard.get(0))
                .startsWith("0 ")
                .endsWith(Sha256.of(task.startingGraph().toBytes()));
        assertThat(heard.get(2)).startsWith("2 ").isEqualTo(heard.get(3));
        assertThat(heard.get(4)).isEqualTo("3 " + Sha256.of(model.backbone().toBytes()));
    }

    /** Writes down the epochs with a hash of the network, and fails after one of them. */
    private record EpochsHeard(List<String> heard, int failing) implements TrainingListener {
        @Override
        public void progressed(TrainingProgress progress) {}

        @Override
        public void epochEnded(int epoch, Supplier<OnnxGraph> backbone) {
            heard.add(epoch + " " + Sha256.of(backbone.get().toBytes()));
            if (epoch == failing) {
                throw new IllegalStateException("power cut after epoch " + epoch);
            }
        }
    }

    @Test
    void a_head_of_thousands_of_classes_is_trained() {
        int classes = 5000;
        TrainingTask few = task(Start.SCRATCH, new ArcFace(32, 0.3), settings(3e-3));
        TrainingTask many = new TrainingTask(
                few.backbone(),
                few.start(),
                few.loss(),
                few.input(),
                few.settings(),
                IntStream.range(0, classes).mapToObj(String::valueOf).toList(),
                TRAINING);

        TrainedModel model = train(many, folder);

        assertThat(model.head().rows().shape()).containsExactly((long) classes, 8L);
        List<CsvRow> epochs = CsvTable.read(folder.resolve("history.csv")).rows();
        double before = Double.parseDouble(epochs.get(0).get("train_loss"));
        double after = Double.parseDouble(epochs.get(2).get("train_loss"));
        assertThat(after).isLessThan(before);
    }

    @Test
    void a_loss_that_is_no_number_stops_with_a_sentence() {
        TrainingTask task = task(Start.PRETRAINED, new Softmax(), exploding());

        assertThatThrownBy(() -> train(task, folder))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("training, epoch 1 step \\d+: the (loss|gradient) is not a finite number .*"
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
                new Optimisation(
                        Optimisation.Method.SGD, 10, 10, 10, 0, WarmUp.NONE, Optimisation.Schedule.CONSTANT, 0),
                Augmentation.plausible());
    }
}
