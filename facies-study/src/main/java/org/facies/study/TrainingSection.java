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
import org.facies.train.ComputeSettings;
import org.facies.train.HeadStart;
import org.facies.train.TrainingSettings;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.FrozenTrunk;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;

/**
 * The {@code training} group of a study file; names, units and ranges are those of {@link TrainingSettings} and its
 * parts, which check them.
 *
 * @param freezeBelow name of the tensor that the frozen part ends in, {@code none}, or {@code auto}: the lowest layers
 *     of a pretrained network
 * @param averageDecay of the moving average of the weights; 0 takes the last weights
 * @param memoryLayout {@code auto} takes what suits the device
 * @param accumulate parts that a batch is worked through in
 * @param gradientCheckpointing whether activations are computed again instead of kept
 * @param threads of a training, which its result may depend on; 0 takes those of the machine that begins the run
 */
public record TrainingSection(
        int epochs,
        int batchSize,
        String optimiser,
        double trunkLearningRate,
        double embeddingLearningRate,
        double headLearningRate,
        String schedule,
        double warmUpEpochs,
        int leastWarmUpSteps,
        double weightDecay,
        double clipNorm,
        double labelSmoothing,
        String balance,
        String headStart,
        String freezeBelow,
        int cachedViews,
        double averageDecay,
        String precision,
        String memoryLayout,
        int accumulate,
        boolean gradientCheckpointing,
        int threads,
        long seed,
        Augmentation augmentation) {
    static final String NONE = "none";
    static final String AUTO = "auto";

    /** The keys that are one of a few words. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "optimiser", words(Optimisation.Method.values()),
            "schedule", words(Optimisation.Schedule.values()),
            "balance", words(ClassBalance.values()),
            "head_start", words(HeadStart.values()),
            "precision", words(Precision.values()),
            "memory_layout", List.of(AUTO, "planes", "channels-last"));

    /** The trainer's settings. One seed serves all folds, so that they can share the activations of a frozen part. */
    TrainingSettings settings(ComputeDevice device) {
        Optimisation optimisation = new Optimisation(
                constant(Optimisation.Method.class, optimiser),
                trunkLearningRate,
                embeddingLearningRate,
                headLearningRate,
                weightDecay,
                new WarmUp(warmUpEpochs, leastWarmUpSteps),
                constant(Optimisation.Schedule.class, schedule),
                clipNorm);
        return new TrainingSettings(
                epochs,
                batchSize,
                optimisation,
                constant(ClassBalance.class, balance),
                constant(HeadStart.class, headStart),
                labelSmoothing,
                augmentation,
                freezeBelow.equals(NONE) ? Optional.empty() : Optional.of(new FrozenTrunk(freezeBelow, cachedViews)),
                averageDecay == 0 ? new WeightAveraging.Last() : new WeightAveraging.Exponential(averageDecay),
                0,
                seed,
                new ComputeSettings(execution(device), accumulate, threads));
    }

    private Execution execution(ComputeDevice device) {
        Precision chosen = constant(Precision.class, precision);
        return new Execution(
                device,
                chosen,
                memoryLayout.equals(AUTO) ? layout(device, chosen) : constant(MemoryLayout.class, memoryLayout),
                gradientCheckpointing ? Activations.RECOMPUTED : Activations.KEPT);
    }

    /** Tensor cores take channels last, and convert what comes otherwise; a processor gains nothing (docs/gpu.md). */
    private static MemoryLayout layout(ComputeDevice device, Precision precision) {
        return device instanceof ComputeDevice.Cuda && precision == Precision.BF16
                ? MemoryLayout.CHANNELS_LAST
                : MemoryLayout.PLANES;
    }

    /** The settings that are one of a few words, by the keys of {@link #CHOICES}. */
    Map<String, String> words() {
        return Map.of(
                "optimiser", optimiser,
                "schedule", schedule,
                "balance", balance,
                "head_start", headStart,
                "precision", precision,
                "memory_layout", memoryLayout);
    }

    TrainingSection withFreezeBelow(String tensor) {
        return with(epochs, tensor, cachedViews, threads);
    }

    /** With a number of threads, where none is set. */
    TrainingSection onThreads(int otherwise) {
        return with(epochs, freezeBelow, cachedViews, threads == 0 ? otherwise : threads);
    }

    /** One epoch, with no augmented views to store: enough to be timed. */
    TrainingSection inBrief() {
        return with(1, freezeBelow, 0, threads);
    }

    private TrainingSection with(int otherEpochs, String tensor, int views, int otherThreads) {
        return new TrainingSection(
                otherEpochs,
                batchSize,
                optimiser,
                trunkLearningRate,
                embeddingLearningRate,
                headLearningRate,
                schedule,
                warmUpEpochs,
                leastWarmUpSteps,
                weightDecay,
                clipNorm,
                labelSmoothing,
                balance,
                headStart,
                tensor,
                views,
                averageDecay,
                precision,
                memoryLayout,
                accumulate,
                gradientCheckpointing,
                otherThreads,
                seed,
                augmentation);
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
