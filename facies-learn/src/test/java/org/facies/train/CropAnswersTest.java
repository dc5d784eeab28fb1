package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CropAnswersTest {

    @Test
    void the_logarithm_is_that_of_the_mean_of_both_softmaxes() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] logits = new float[2 * 2 * 3];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.nextDouble(-6, 6);
            }
            double[] second = CropAnswers.logarithmOfMean(logits, 1, 3);
            for (int c = 0; c < 3; c++) {
                double mean = (softmax(logits, 6, c) + softmax(logits, 9, c)) / 2;
                assertThat(second[c]).as("seed %d", seed).isCloseTo(Math.log(mean), within(1e-12));
            }
        }
    }

    @Test
    void probabilities_that_saturate_in_float32_do_not_tie() {
        float[] logits = {200, 0, 190, 0, -5, -5};
        double[] surer = CropAnswers.logarithmOfMean(new float[] {200, 0, 200, 0}, 0, 2);
        double[] sure = CropAnswers.logarithmOfMean(new float[] {150, 0, 150, 0}, 0, 2);

        assertThat((float) Math.exp(surer[1]))
                .isEqualTo((float) Math.exp(sure[1]))
                .isZero();
        assertThat(surer[1]).isCloseTo(-200, within(1e-9)).isLessThan(sure[1]);
        assertThat(CropAnswers.logarithmOfMean(logits, 0, 3)).doesNotContain(Double.NEGATIVE_INFINITY);
    }

    private static double softmax(float[] logits, int from, int c) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += Math.exp(logits[from + i]);
        }
        return Math.exp(logits[from + c]) / sum;
    }
}
