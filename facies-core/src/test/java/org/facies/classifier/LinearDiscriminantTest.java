package org.facies.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearDiscriminantTest {

    /**
     * Classes around (0, 0) and (4, 0). Within them the variance is 1 across and 4 up, on average 2.5, of which 0.3 is
     * added: 1.75 and 4.75. So the score of (3, 9) is (3 · 4 − 8) / 1.75 = 16 / 7 above that of the first class.
     */
    @Test
    void probabilities_follow_from_distances_in_units_of_the_spread() {
        List<double[]> embeddings = List.of(
                new double[] {-1, 2},
                new double[] {1, -2},
                new double[] {-1, -2},
                new double[] {1, 2},
                new double[] {3, 2},
                new double[] {5, -2},
                new double[] {3, -2},
                new double[] {5, 2});

        LinearDiscriminant rule = LinearDiscriminant.of(embeddings, new int[] {0, 0, 0, 0, 1, 1, 1, 1}, 3);

        double[] probabilities = rule.probabilities(new double[] {3, 9});
        double first = 1 / (1 + Math.exp(4 / 1.75));
        assertThat(probabilities).containsExactly(new double[] {first, 1 - first, 0}, within(1e-9));
        assertThat(rule.probabilities(new double[] {2, -5})[0]).isCloseTo(.5, within(1e-9));
    }

    /**
     * Both classes lie on a slope, the first a little above the other: the nearer mean, or either number alone,
     * misleads.
     */
    @Test
    void correlated_numbers_are_told_apart_across_the_correlation() {
        List<double[]> embeddings = List.of(
                new double[] {-10, -9},
                new double[] {0, 1},
                new double[] {10, 11},
                new double[] {-10, -11},
                new double[] {0, -1},
                new double[] {10, 9});

        LinearDiscriminant rule = LinearDiscriminant.of(embeddings, new int[] {0, 0, 0, 1, 1, 1}, 2);

        assertThat(rule.probabilities(new double[] {-60, -40})[0]).isGreaterThan(.5);
        assertThat(rule.probabilities(new double[] {60, 40})[1]).isGreaterThan(.5);
    }
}
