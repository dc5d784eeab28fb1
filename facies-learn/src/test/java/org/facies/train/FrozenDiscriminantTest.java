package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.facies.classifier.LinearDiscriminant;
import org.facies.loss.CosFace;
import org.facies.train.data.Augmentation;
import org.facies.train.data.ClassBalance;
import org.junit.jupiter.api.Test;

/** The baseline on frozen embeddings, and taking out priors. */
class FrozenDiscriminantTest {

    @Test
    void the_model_says_what_a_linear_discriminant_says_of_embeddings_of_length_one() {
        TrainingTask task = task();
        TrainedModel model = FrozenDiscriminant.fit(task);
        float[][] embeddings = PlainEmbeddings.of(task, task.startingGraph());
        List<double[]> units = new ArrayList<>();
        int[] labels = new int[embeddings.length];
        for (int i = 0; i < embeddings.length; i++) {
            units.add(widened(embeddings[i]));
            labels[i] = task.training().label(i);
        }
        LinearDiscriminant expected =
                LinearDiscriminant.of(units, labels, task.classes().size());

        float[][] said = probabilities(task, model);

        for (int i = 0; i < labels.length; i++) {
            double length = 0;
            for (double x : units.get(i)) {
                length += x * x;
            }
            assertThat(length).isCloseTo(1, within(1e-5));
            double[] probabilities = expected.probabilities(units.get(i));
            for (int c = 0; c < probabilities.length; c++) {
                assertThat((double) said[i][c]).isCloseTo(probabilities[c], within(1e-4));
            }
        }
    }

    @Test
    void an_exponent_of_one_divides_probabilities_by_the_priors_that_the_training_had() {
        TrainingTask task = task();
        TrainedModel model = FrozenDiscriminant.fit(task);
        int[] photos = {9, 1, 4};
        double[] shares = ClassBalance.SQRT_WEIGHTS.shares(photos);
        assertThat(shares).containsExactly(new double[] {0.5, 1.0 / 6, 1.0 / 3}, within(1e-12));

        float[][] before = probabilities(task, model);
        float[][] after = probabilities(task, model.withoutPriors(photos, ClassBalance.SQRT_WEIGHTS, 1));
        float[][] same = probabilities(task, model.withoutPriors(photos, ClassBalance.BALANCED_WEIGHTS, 1));

        for (int i = 0; i < before.length; i++) {
            double sum = 0;
            for (int c = 0; c < shares.length; c++) {
                sum += before[i][c] / shares[c];
            }
            for (int c = 0; c < shares.length; c++) {
                assertThat((double) after[i][c]).isCloseTo(before[i][c] / shares[c] / sum, within(1e-4));
                assertThat(same[i][c]).isCloseTo(before[i][c], within(1e-4f));
            }
        }
    }

    private static TrainingTask task() {
        return new TrainingTask(
                FrozenDiscriminant.withUnitEmbedding(ToyNetwork.graph()),
                Start.PRETRAINED,
                new CosFace(8, 0.1),
                ToyNetwork.INPUT,
                Toys.settings(Toys.adamW(1e-3), Augmentation.none()),
                List.of("lower", "middle", "upper"),
                new ToyCrops(30, 0, 1));
    }

    private static float[][] probabilities(TrainingTask task, TrainedModel model) {
        return PlainEmbeddings.of(
                model.toGraph().withOutputs(List.of("probabilities")),
                task.batches(),
                task.training().size(),
                task.settings().compute().device());
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
