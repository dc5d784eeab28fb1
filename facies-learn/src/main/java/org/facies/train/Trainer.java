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
 * A run that was stopped at any moment goes on from its checkpoint, and on a CPU with the same number of threads ends
 * in the same bytes as a run that was not stopped. A card promises no such thing.
 */
public final class Trainer {

    private final Clock clock;
    private final Duration betweenCheckpoints;

    /**
     * Writes a checkpoint at the end of every epoch.
     *
     * @param clock measures seconds and the time left
     */
    public Trainer(Clock clock) {
        this(clock, Duration.ZERO);
    }

    /**
     * Writes a checkpoint at the end of an epoch, unless the last one is fresh: where epochs take a second or two,
     * checkpoints on the disk would take a good part of the time. The end of the training is always written.
     *
     * @param clock measures seconds and the time left
     * @param betweenCheckpoints a fresh checkpoint is younger than this
     */
    public Trainer(Clock clock, Duration betweenCheckpoints) {
        this.clock = clock;
        this.betweenCheckpoints = betweenCheckpoints;
    }

    /**
     * Trains, or goes on, or just returns the model when it is finished.
     *
     * @throws org.facies.input.BadInput if the loss is no longer a number, if the folder holds another training, or if
     *     the network has a layer that cannot be trained
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
