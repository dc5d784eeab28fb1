package org.facies.study;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facies.train.Augmentation;
import org.facies.train.ClassBalance;
import org.facies.train.FrozenTrunk;
import org.facies.train.HeadStart;
import org.facies.train.Optimisation;
import org.facies.train.TrainingSettings;
import org.facies.train.WeightAveraging;

/**
 * The {@code training} group of a study file; names, units and ranges are those of {@link TrainingSettings} and its
 * parts, which check them.
 *
 * @param freezeBelow name of the tensor that the frozen part ends in, {@code none}, or {@code auto}: the lowest layers of a
 *     pretrained network
 * @param averageDecay of the moving average of the weights; 0 takes the last weights
 */
public record TrainingKeys(
        int epochs,
        int batchSize,
        String optimiser,
        double trunkLearningRate,
        double embeddingLearningRate,
        double headLearningRate,
        String schedule,
        double warmUpEpochs,
        double weightDecay,
        double clipNorm,
        double labelSmoothing,
        String balance,
        String headStart,
        String freezeBelow,
        int cachedViews,
        double averageDecay,
        long seed,
        Augmentation augmentation) {
    static final String NONE = "none";
    static final String AUTO = "auto";

    /** The keys that are one of a few words. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "optimiser", words(Optimisation.Method.values()),
            "schedule", words(Optimisation.Schedule.values()),
            "balance", words(ClassBalance.values()),
            "head_start", words(HeadStart.values()));

    /** The trainer's settings. One seed serves all folds, so that they can share the activations of a frozen part. */
    TrainingSettings settings(int threads) {
        Optimisation optimisation = new Optimisation(
                constant(Optimisation.Method.class, optimiser),
                trunkLearningRate,
                embeddingLearningRate,
                headLearningRate,
                weightDecay,
                warmUpEpochs,
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
                threads);
    }

    TrainingKeys withFreezeBelow(String tensor) {
        return new TrainingKeys(
                epochs,
                batchSize,
                optimiser,
                trunkLearningRate,
                embeddingLearningRate,
                headLearningRate,
                schedule,
                warmUpEpochs,
                weightDecay,
                clipNorm,
                labelSmoothing,
                balance,
                headStart,
                tensor,
                cachedViews,
                averageDecay,
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
