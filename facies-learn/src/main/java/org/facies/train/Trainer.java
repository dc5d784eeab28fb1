package org.facies.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.Libtorch;

/**
 * Trains a model in a folder: {@code checkpoint.safetensors}, {@code history.csv} and, at the end, {@code model.onnx}.
 * An interrupted training resumes from its checkpoint. On a CPU with the same number of threads it ends with the same
 * bytes as a training without interruption. A card does not guarantee this.
 */
public final class Trainer {

    private final Clock clock;
    private final Duration betweenCheckpoints;

    /**
     * A trainer that writes a checkpoint at the end of every epoch.
     *
     * @param clock measures durations and the time left
     */
    public Trainer(Clock clock) {
        this(clock, Duration.ZERO);
    }

    /**
     * A trainer that writes a checkpoint at the end of an epoch, unless the last one is recent. If an epoch takes only
     * a second or two, checkpoints would take much of the time. The last state is always written.
     *
     * @param clock measures durations and the time left
     * @param betweenCheckpoints shortest time between checkpoints
     */
    public Trainer(Clock clock, Duration betweenCheckpoints) {
        this.clock = clock;
        this.betweenCheckpoints = betweenCheckpoints;
    }

    /**
     * Trains or resumes a model; returns it if it is complete.
     *
     * @throws org.facies.input.BadInput if the loss is not finite, if the folder contains another training, or if the
     *     network has a layer that cannot be trained
     */
    public TrainedModel train(TrainingTask task, Path folder, TrainingListener listener) {
        int threads = task.settings().compute().threads();
        torch.set_num_threads(threads);
        Libtorch.reproducible();
        ExecutorService loaders = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "crops");
            thread.setDaemon(true);
            return thread;
        });
        try (TrainingRun run = new TrainingRun(task, folder, clock, betweenCheckpoints, loaders)) {
            run.finish(listener);
            return run.model();
        } finally {
            loaders.shutdownNow();
        }
    }
}
