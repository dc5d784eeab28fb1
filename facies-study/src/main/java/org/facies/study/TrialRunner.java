package org.facies.study;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.align.CropStore;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.novelty.KnownFaces;
import org.facies.onnx.OnnxGraph;
import org.facies.predict.DistanceGraph;
import org.facies.run.RunDirectory;
import org.facies.train.CropAnswers;
import org.facies.train.FrozenDiscriminant;
import org.facies.train.TrainedModel;
import org.facies.train.Trainer;
import org.facies.train.TrainingListener;
import org.facies.train.TrainingSettings;
import org.facies.train.TrainingTask;
import org.facies.train.data.ActivationStore;

/**
 * Runs work units: trains on the training photos of a unit and predicts its test photos. The result depends only on the
 * unit, its crops and its network.
 */
public final class TrialRunner {
    /** Interval between checkpoints: the most work that is lost, besides the current epoch, when a trial is killed. */
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    private final CropStore crops;
    private final FrozenActivations frozen;
    private final TrainingWorkspace machine;

    /**
     * A runner of units.
     *
     * @param crops has every crop that the units name
     * @param frozen of every photo that the units name
     * @param machine to train on; the unit sets the number of threads
     */
    public TrialRunner(CropStore crops, FrozenActivations frozen, TrainingWorkspace machine) {
        this.crops = crops;
        this.frozen = frozen;
        this.machine = machine;
    }

    /**
     * Trains, or resumes, and predicts.
     *
     * @param network the network that the unit names
     * @param folder of the training: {@code history.csv}, {@code model.onnx}, the checkpoint and, if distances were
     *     requested and there are enough subjects, {@code distance.onnx}
     * @param listener receives the progress of the training
     * @throws BadInput if the network, the crops or the kind of device are not those of the unit, if a crop is missing
     *     or damaged, or if the training fails as {@link Trainer#train} says
     */
    public TrialResult run(TrialUnit unit, OnnxGraph network, Path folder, TrainingListener listener) {
        requireSame(unit, network);
        TrainingSettings settings = TrainerSettings.of(unit.training(), machine.device());
        Run run = new Run(unit, frozen.of(unit, network, settings));
        return run.result(trained(unit, run.task(network, settings), folder, listener), folder);
    }

    private TrainedModel trained(TrialUnit unit, TrainingTask task, Path folder, TrainingListener listener) {
        boolean isFrozen = unit.training().epochs() == 0;
        TrainedModel model = isFrozen
                ? FrozenDiscriminant.fit(task)
                : new Trainer(machine.workspace().clock(), BETWEEN_CHECKPOINTS).train(task, folder, listener);
        if (unit.priorExponent() == 0) {
            return isFrozen ? exported(model, folder) : model;
        }
        int[] photos = new int[unit.classes()];
        unit.learnt().forEach(sample -> photos[sample.label()]++);
        return exported(model.withoutPriors(photos, task.settings().balance(), unit.priorExponent()), folder);
    }

    /** Overwrites the network that the trainer wrote with the one that includes the class priors. */
    private static TrainedModel exported(TrainedModel model, Path folder) {
        model.export(RunDirectory.modelIn(folder));
        return model;
    }

    private void requireSame(TrialUnit unit, OnnxGraph network) {
        require(Sha256.of(network.toBytes()).equals(unit.network().sha256()), "a network that it was not given");
        require(crops.networks().equals(unit.crops().networks()), "crops that were found by other networks");
        require(
                machine.device().kind().equals(unit.device()),
                "a device of kind " + unit.device() + ", not "
                        + machine.device().kind());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new BadInput("work unit", "", "needs " + what, "Run it with its own network, crops and device.");
        }
    }

    /** One unit with the activations of its frozen part. */
    private final class Run {
        private final TrialUnit unit;
        private final Optional<ActivationStore> activations;
        private final SampleCrops learnt;
        private final SampleCrops held;

        Run(TrialUnit unit, Optional<ActivationStore> activations) {
            this.unit = unit;
            this.activations = activations;
            this.learnt = new SampleCrops(unit.learnt(), crops, unit.geometry());
            this.held = new SampleCrops(unit.held(), crops, unit.geometry());
        }

        TrainingTask task(OnnxGraph network, TrainingSettings settings) {
            return new TrainingTask(
                    network,
                    unit.network().start(),
                    unit.loss().build(),
                    unit.network().input(),
                    settings,
                    IntStream.range(0, unit.classes())
                            .mapToObj(Integer::toString)
                            .toList(),
                    learnt,
                    activations);
        }

        TrialResult result(TrainedModel trained, Path folder) {
            CropAnswers ofHeld = answers(trained, held);
            if (unit.output() == TrialUnit.Output.PREDICTIONS) {
                return new TrialResult(rows(held, ofHeld, Optional.empty()), List.of());
            }
            CropAnswers ofLearnt = answers(trained, learnt);
            Optional<KnownFaces> known = KnownFaces.of(
                    ofLearnt.embeddings(),
                    unit.learnt().stream().mapToInt(TrialUnit.Sample::label).toArray(),
                    unit.learnt().stream().mapToInt(TrialUnit.Sample::subject).toArray());
            known.ifPresent(faces ->
                    DistanceGraph.of(faces, trained.backbone().opset()).write(RunDirectory.distanceIn(folder)));
            return new TrialResult(rows(held, ofHeld, known), rows(learnt, ofLearnt, known));
        }

        private CropAnswers answers(TrainedModel trained, SampleCrops photos) {
            return activations
                    .map(stored -> trained.predict(photos, stored, machine.device()))
                    .orElseGet(() -> trained.predict(photos, machine.device()));
        }
    }

    private static List<TrialResult.Row> rows(SampleCrops photos, CropAnswers answers, Optional<KnownFaces> known) {
        return IntStream.range(0, photos.size())
                .mapToObj(i -> new TrialResult.Row(
                        photos.key(i),
                        widened(answers.probabilities()[i]),
                        DoubleStream.of(answers.logProbabilities()[i]).boxed().toList(),
                        known.map(faces -> faces.relativeDistance(answers.embeddings()[i]))))
                .toList();
    }

    private static List<Double> widened(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> (double) values[i])
                .toList();
    }
}
