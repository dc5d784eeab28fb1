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
            assertThat(WeightedSum.of(weights)).isEqualTo(n * (n - 1) / 2);
        }
    }

    @Test
    void places_from_one_to_before_another_count_with_the_weight_of_whom_they_hold() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        int[] weights = {5, 0, 2};
        int[] which = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
        for (int from = 0; from <= values.length; from++) {
            for (int to = from; to <= values.length; to++) {
                double sum = IntStream.range(from, to)
                        .mapToDouble(i -> values[i] * weights[which[i]])
                        .sum();
                assertThat(WeightedSum.of(values, weights, which, from, to)).isEqualTo(sum);
            }
        }
    }
}
