package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void the_order_is_that_of_a_stable_sort_also_with_ties() {
        Random random = new Random(1);
        for (int n : new int[] {0, 1, 2, 7, 500}) {
            double[] values = random.doubles(n).map(x -> Math.floor(9 * x) / 9).toArray();
            int[] sorted = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();

            assertThat(Order.descending(values)).isEqualTo(sorted);
        }
    }

    @Test
    void ties_end_behind_their_last() {
        double[] values = {0.2, 0.5, 0.2, 0.1, 0.5};

        assertThat(Order.tieEnds(values, Order.descending(values))).containsExactly(2, 2, 4, 4, 5);
    }
}
