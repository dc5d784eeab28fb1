package org.facies.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.autograd.Activations;
import org.facies.autograd.ComputeDevice;
import org.facies.autograd.Execution;
import org.facies.autograd.MemoryLayout;
import org.facies.autograd.Precision;
import org.facies.result.settings.AugmentationSection;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.TrainingSection;
import org.facies.train.ComputeSettings;
import org.facies.train.HeadStart;
import org.facies.train.Start;
import org.facies.train.TrainingSettings;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.FrozenTrunk;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;

/** Converts the {@code training} group of a study file to the settings of the trainer. */
final class TrainerSettings {
    /** The keys with a fixed list of words. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "optimiser", words(Optimisation.Method.values()),
            "schedule", words(Optimisation.Schedule.values()),
            "balance", words(ClassBalance.values()),
            "head_start", words(HeadStart.values()),
            "precision", words(Precision.values()),
            "memory_layout", List.of(TrainingSection.AUTO, "planes", "channels-last"));

    private TrainerSettings() {}

    /**
     * The trainer's settings. One seed serves all folds, so that they can share the activations of the frozen part.
     *
     * @throws org.facies.input.BadInput if a value is outside its range
     */
    static TrainingSettings of(TrainingSection keys, ComputeDevice device) {
        Optimisation optimisation = new Optimisation(
                constant(Optimisation.Method.class, keys.optimiser()),
                keys.trunkLearningRate(),
                keys.embeddingLearningRate(),
                keys.headLearningRate(),
                keys.weightDecay(),
                new WarmUp(keys.warmUpEpochs(), keys.leastWarmUpSteps()),
                constant(Optimisation.Schedule.class, keys.schedule()),
                keys.clipNorm());
        return new TrainingSettings(
                keys.epochs(),
                keys.batchSize(),
                optimisation,
                constant(ClassBalance.class, keys.balance()),
                constant(HeadStart.class, keys.headStart()),
                keys.labelSmoothing(),
                augmentation(keys.augmentation()),
                keys.freezeBelow().equals(TrainingSection.NONE)
                        ? Optional.empty()
                        : Optional.of(new FrozenTrunk(keys.freezeBelow(), keys.cachedViews())),
                keys.averageDecay() == 0
                        ? new WeightAveraging.Last()
                        : new WeightAveraging.Exponential(keys.averageDecay()),
                0,
                keys.seed(),
                new ComputeSettings(execution(keys, device), keys.accumulate(), keys.threads()));
    }

    /** The settings with a fixed list of words, by the keys of {@link #CHOICES}. */
    static Map<String, String> words(TrainingSection keys) {
        return Map.of(
                "optimiser", keys.optimiser(),
                "schedule", keys.schedule(),
                "balance", keys.balance(),
                "head_start", keys.headStart(),
                "precision", keys.precision(),
                "memory_layout", keys.memoryLayout());
    }

    /** The kind of start of a training. */
    static Start start(Pretrained weights) {
        return weights instanceof Pretrained.Fresh ? Start.SCRATCH : Start.PRETRAINED;
    }

    private static Augmentation augmentation(AugmentationSection keys) {
        return new Augmentation(
                keys.flip(),
                keys.shift(),
                keys.scale(),
                keys.rotationDegrees(),
                keys.brightness(),
                keys.contrast(),
                keys.grey(),
                keys.jpeg(),
                keys.worstJpegQuality(),
                keys.blur(),
                keys.blurSigmaPx());
    }

    private static Execution execution(TrainingSection keys, ComputeDevice device) {
        Precision precision = constant(Precision.class, keys.precision());
        return new Execution(
                device,
                precision,
                keys.memoryLayout().equals(TrainingSection.AUTO)
                        ? layout(device, precision)
                        : constant(MemoryLayout.class, keys.memoryLayout()),
                keys.gradientCheckpointing() ? Activations.RECOMPUTED : Activations.KEPT);
    }

    /**
     * Tensor cores work with channels last and convert other layouts. A processor has no advantage
     * (docs/how-to/train-on-a-card.md).
     */
    private static MemoryLayout layout(ComputeDevice device, Precision precision) {
        return device instanceof ComputeDevice.Cuda && precision == Precision.BF16
                ? MemoryLayout.CHANNELS_LAST
                : MemoryLayout.PLANES;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<String> words(Enum<?>... constants) {
        return List.of(constants).stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
