package org.facies.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

    @Test
    void the_mean_is_taken_over_the_ends_of_the_last_epochs() {
        assertThat(averaged(new WeightAveraging.LastEpochs(2))).isCloseTo((4 + 8) / 2f, within(1e-6f));
        assertThat(averaged(new WeightAveraging.LastEpochs(9))).isCloseTo((2 + 4 + 8) / 3f, within(1e-6f));
    }

    @Test
    void without_averaging_the_last_weights_stay() {
        assertThat(averaged(new WeightAveraging.Last())).isEqualTo(8);
    }

    @Test
    void an_exponential_average_follows_quickly_at_first_and_then_at_its_decay() {
        float first = 1 + (2 - 1) * (1 - 1 / 11f);
        float second = first + (4 - first) * (1 - 2 / 12f);
        float third = second + (8 - second) * (1 - 3 / 13f);

        assertThat(averaged(new WeightAveraging.Exponential(0.99))).isCloseTo(third, within(1e-5f));
        assertThat(averaged(new WeightAveraging.Exponential(0.05)))
                .isCloseTo(((1 * 0.05f + 2 * 0.95f) * 0.05f + 4 * 0.95f) * 0.05f + 8 * 0.95f, within(1e-5f));
    }

    /** What a weight ends at that is 1 at the start and 2, 4, 8 after each of three epochs of one step. */
    private static float averaged(WeightAveraging averaging) {
        return NativeMemory.freedAfter(() -> {
            Tensor weight = Tensors.of(new float[] {1}, 1);
            try (WeightAverage average = new WeightAverage(averaging, 3, Map.of("w", weight))) {
                for (int epoch = 0; epoch < 3; epoch++) {
                    weight.mul_(new Scalar(2));
                    average.afterStep(epoch + 1L);
                    average.afterEpoch(epoch);
                }
                average.adopt();
            }
            return weight.item_float();
        });
    }
}
