package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    private static final double[][] MATRIX = {{4, 0, 0}, {2, 5, 0}, {-2, 3, 9}};

    @Test
    void the_solution_gives_the_right_side_back() {
        double[] right = {2, -1, 5};
        double[] x = Cholesky.of(MATRIX).solve(right);
        for (int i = 0; i < 3; i++) {
            double product = 0;
            for (int j = 0; j < 3; j++) {
                product += MATRIX[Math.max(i, j)][Math.min(i, j)] * x[j];
            }
            assertThat(product).isCloseTo(right[i], within(1e-12));
        }
    }

    @Test
    void the_square_of_the_whitened_vector_is_its_mahalanobis_distance() {
        double[] vector = {1, 2, 3};
        Cholesky factor = Cholesky.of(MATRIX);
        double[] white = factor.whiten(vector);
        double[] solved = factor.solve(vector);
        double square = 0;
        double distance = 0;
        for (int i = 0; i < 3; i++) {
            square += white[i] * white[i];
            distance += vector[i] * solved[i];
        }
        assertThat(square).isCloseTo(distance, within(1e-12));
    }

    @Test
    void a_matrix_that_is_not_positive_definite_is_refused() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 0}, {2, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not positive definite");
    }
}
