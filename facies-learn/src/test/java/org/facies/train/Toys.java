package org.facies.train;

import java.util.List;
import java.util.Optional;
import org.facies.loss.MarginLoss;
import org.facies.train.data.ActivationStore;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.CropSource;
import org.facies.train.data.FrozenTrunk;
import org.facies.train.optim.Optimisation;
import org.facies.train.optim.WarmUp;
import org.facies.train.optim.WeightAveraging;

/** Tasks small enough for tests. */
public final class Toys {

    private Toys() {}

    public static Optimisation adamW(double learningRate) {
        return new Optimisation(
                Optimisation.Method.ADAMW,
                learningRate,
                learningRate,
                3 * learningRate,
                1e-2,
                new WarmUp(0.5, 20),
                Optimisation.Schedule.COSINE,
                5);
    }

    /** Three epochs in batches of 16 on two threads. */
    public static TrainingSettings settings(Optimisation optimisation, Augmentation augmentation) {
        return settings(optimisation, augmentation, Optional.empty(), new WeightAveraging.Last());
    }

    public static TrainingSettings settings(
            Optimisation optimisation,
            Augmentation augmentation,
            Optional<FrozenTrunk> frozen,
            WeightAveraging averaging) {
        return new TrainingSettings(
                3,
                16,
                optimisation,
                ClassBalance.SQRT_WEIGHTS,
                HeadStart.RANDOM,
                0,
                augmentation,
                frozen,
                averaging,
                0,
                7,
                ComputeSettings.cpu(2));
    }

    public static TrainingTask task(Start start, MarginLoss loss, TrainingSettings settings, CropSource training) {
        return task(start, loss, settings, training, Optional.empty());
    }

    public static TrainingTask task(
            Start start,
            MarginLoss loss,
            TrainingSettings settings,
            CropSource training,
            Optional<ActivationStore> activations) {
        return new TrainingTask(
                ToyNetwork.graph(),
                start,
                loss,
                ToyNetwork.INPUT,
                settings,
                List.of("lower", "middle", "upper"),
                training,
                activations);
    }

    /** Share of crops whose own class is the most probable. */
    public static double accuracy(TrainedModel model, CropSource crops) {
        float[][] probabilities = model.predict(crops).probabilities();
        int right = 0;
        for (int i = 0; i < crops.size(); i++) {
            int best = 0;
            for (int label = 1; label < probabilities[i].length; label++) {
                best = probabilities[i][label] > probabilities[i][best] ? label : best;
            }
            right += best == crops.label(i) ? 1 : 0;
        }
        return (double) right / crops.size();
    }
}
