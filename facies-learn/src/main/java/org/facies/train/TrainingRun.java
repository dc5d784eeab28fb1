package org.facies.train;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;
import org.facies.autograd.NativeMemory;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.statistic.RandomStreams;
import org.facies.train.checkpoint.Checkpoint;
import org.facies.train.checkpoint.History;
import org.facies.train.checkpoint.RunningSums;
import org.facies.train.data.BatchLoader;
import org.facies.train.data.BatchPlan;
import org.facies.train.data.CropSource;
import org.facies.train.data.SampleOrder;
import org.facies.train.data.StagedBatch;

/** Runs a task from the state in its folder to the end. */
final class TrainingRun implements AutoCloseable {

    private final TrainingTask task;
    private final TrainingSettings settings;
    private final Path folder;
    private final Clock clock;
    private final Duration betweenCheckpoints;
    private final String fingerprint;
    private final BatchPlan plan;
    private final SampleOrder order;
    private final BatchLoader loader;
    private final Network network;
    private final StepRunner stepRunner;
    private long steps;
    private RunningSums running = RunningSums.none();
    private Instant lastCheckpoint;

    TrainingRun(TrainingTask task, Path folder, Clock clock, Duration betweenCheckpoints, ExecutorService loaders) {
        this.task = task;
        this.settings = task.settings();
        this.folder = folder;
        this.clock = clock;
        this.betweenCheckpoints = betweenCheckpoints;
        this.lastCheckpoint = clock.instant();
        this.fingerprint = task.fingerprint();
        CropSource crops = task.training();
        this.plan = BatchPlan.of(crops.size(), settings.batchSize());
        int[] labels = IntStream.range(0, crops.size()).map(crops::label).toArray();
        this.order = new SampleOrder(labels, settings.balance(), settings.seed());
        this.loader =
                new BatchLoader(task.batches(), loaders, settings.compute().device());
        this.network = new Network(task);
        this.stepRunner = new StepRunner(task, labels, network, plan.steps());
        Checkpoint.read(folder, fingerprint).ifPresent(this::restore);
    }

    private void restore(Checkpoint checkpoint) {
        steps = checkpoint.steps();
        running = checkpoint.running();
        checkpoint.restore(Checkpoint.WEIGHTS, network.state());
        if (!finished()) {
            checkpoint.restore(Checkpoint.OPTIMISER, stepRunner.optimiser().state());
            checkpoint.restore(Checkpoint.AVERAGES, stepRunner.average().state());
        }
    }

    private boolean finished() {
        return steps == (long) settings.epochs() * plan.steps();
    }

    void finish(TrainingListener listener) {
        int epoch = (int) (steps / plan.steps());
        History history = new History(folder, epoch);
        Pace pace = new Pace(clock.instant(), steps);
        if (steps == 0) {
            listener.epochEnded(0, this::backbone);
        }
        for (; epoch < settings.epochs(); epoch++) {
            Instant began = clock.instant();
            epoch(epoch, pace, listener);
            Duration took = Duration.between(began, clock.instant());
            history.add(epoch + 1, steps, running, stepRunner.trunkRate(steps - 1), took.toMillis() / 1000.0);
            running = RunningSums.none();
            if (finished()) {
                stepRunner.average().adopt();
            }
            listener.epochEnded(epoch + 1, this::backbone);
            if (finished() || !clock.instant().isBefore(lastCheckpoint.plus(betweenCheckpoints))) {
                checkpoint();
            }
        }
    }

    private void epoch(int epoch, Pace pace, TrainingListener listener) {
        int first = (int) (steps % plan.steps());
        BatchLoader.Batches batches = loader.epoch(epoch, order.of(epoch), plan, first);
        for (int step = first; step < plan.steps(); step++) {
            torch.manual_seed(RandomStreams.mix(settings.seed(), epoch, step));
            StepRunner.Outcome outcome = step(batches, place(epoch, step));
            steps++;
            running = running.plus(outcome.loss(), outcome.correct(), plan.size(step));
            if (settings.checkpointSteps() > 0 && steps % settings.checkpointSteps() == 0 && step + 1 < plan.steps()) {
                checkpoint();
            }
            listener.progressed(progress(epoch, step, outcome.loss(), pace));
        }
        NativeMemory.withoutGradients(() -> stepRunner.average().afterEpoch(epoch));
    }

    private StepRunner.Outcome step(BatchLoader.Batches batches, String place) {
        try (StagedBatch batch = batches.next()) {
            return stepRunner.run(batch, steps, place);
        }
    }

    private String place(int epoch, int step) {
        return "training, epoch " + (epoch + 1) + " step " + (step + 1);
    }

    private TrainingProgress progress(int epoch, int step, double loss, Pace pace) {
        long left = (long) settings.epochs() * plan.steps() - steps;
        return new TrainingProgress(
                epoch + 1,
                settings.epochs(),
                step + 1,
                plan.steps(),
                loss,
                running.meanLoss(),
                running.accuracy(),
                pace.timeFor(left, steps, clock.instant()));
    }

    /** The start time of this run, and the number of steps before it. */
    private record Pace(Instant began, long stepsBefore) {
        Duration timeFor(long stepsLeft, long stepsDone, Instant now) {
            return Duration.between(began, now).multipliedBy(stepsLeft).dividedBy(Math.max(1, stepsDone - stepsBefore));
        }
    }

    /** Writes a checkpoint; the last one contains only the weights. */
    private void checkpoint() {
        Map<String, FloatTensor> tensors = new LinkedHashMap<>(Checkpoint.copied(Checkpoint.WEIGHTS, network.state()));
        if (!finished()) {
            tensors.putAll(Checkpoint.copied(
                    Checkpoint.OPTIMISER, stepRunner.optimiser().state()));
            tensors.putAll(
                    Checkpoint.copied(Checkpoint.AVERAGES, stepRunner.average().state()));
        }
        new Checkpoint(fingerprint, steps, running, tensors).write(folder);
        lastCheckpoint = clock.instant();
    }

    private OnnxGraph backbone() {
        return network.model(task).backbone();
    }

    TrainedModel model() {
        TrainedModel model = network.model(task);
        model.export(folder.resolve("model.onnx"));
        return model;
    }

    @Override
    public void close() {
        stepRunner.close();
        network.close();
    }
}
