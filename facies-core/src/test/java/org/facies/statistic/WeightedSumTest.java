package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedSumTest {

    @Test
    void every_value_counts_as_often_as_its_weight_says_whatever_the_length() {
        for (int n = 0; n < 10; n++) {
            double[] values = IntStream.range(0, n).mapToDouble(i -> i + 1).toArray();
            int[] weights = IntStream.range(0, n).toArray();

            int sum = IntStream.range(0, n).map(i -> i * (i + 1)).sum();

            assertThat(WeightedSum.of(values, weights)).isEqualTo(sum);
            assertThat(WeightedSum.of(IntStream.rangeClosed(1, n).toArray(), weights))
                    .isEqualTo(sum);
        }
    }
}
