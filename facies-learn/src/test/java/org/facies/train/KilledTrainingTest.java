package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facies.loss.CosFace;
import org.facies.train.data.Augmentation;
import org.facies.train.optim.WeightAveraging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training in a process of its own, killed without warning. */
class KilledTrainingTest {

    @TempDir
    private Path folder;

    /** What the child runs: trains in the folder named, until it says that it is far enough to be killed. */
    public static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            new Trainer(Clock.systemUTC()).train(task(), Path.of(arguments[0]), progress -> {
                if (progress.epoch() == 2 && progress.step() == 5) {
                    System.out.println("kill me");
                    LockSupport.park();
                }
            });
        }
    }

    @Test
    void a_killed_training_ends_in_the_same_bytes() throws Exception {
        Path killed = folder.resolve("killed");
        Path whole = folder.resolve("whole");
        trainUntilKilled(killed);
        assertThat(killed.resolve("checkpoint.safetensors")).exists();
        assertThat(killed.resolve("model.onnx")).doesNotExist();

        new Trainer(Clock.systemUTC()).train(task(), killed, progress -> {});
        new Trainer(Clock.systemUTC()).train(task(), whole, progress -> {});

        for (String file : List.of("checkpoint.safetensors", "model.onnx")) {
            assertThat(Files.readAllBytes(killed.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(whole.resolve(file)));
        }
    }

    private static void trainUntilKilled(Path folder) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = child.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("kill me");
            child.destroyForcibly();
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Three epochs of eight steps, with checkpoints every five steps besides. */
    private static TrainingTask task() {
        TrainingSettings base = Toys.settings(Toys.adamW(3e-3), Augmentation.plausible());
        TrainingSettings settings = new TrainingSettings(
                base.epochs(),
                base.batchSize(),
                base.optimisation(),
                base.balance(),
                base.headStart(),
                base.labelSmoothing(),
                base.augmentation(),
                base.frozen(),
                new WeightAveraging.Exponential(0.9),
                5,
                base.seed(),
                base.compute());
        return Toys.task(Start.SCRATCH, new CosFace(16, 0.1), settings, new ToyCrops(128, 3, 1));
    }
}
