package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class SignFlipTest {

    /** Sums of ±1, ±1 and ±0.5: 4 of 8 choices of signs are at least 1.5 from 0. */
    @Test
    void three_differences_are_counted_by_hand() {
        assertThat(SignFlip.of(new double[] {1, 1, -.5, 0})).isEqualTo(new SignFlip(3, .5));
    }

    @Test
    void it_is_every_choice_of_signs() {
        double[] possible = {0, .5, 1, -.5, -1, 1.0 / 3, -2.0 / 3, 2};
        for (long seed = 0; seed < 200; seed++) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            double[] differences = random.doubles(1 + random.nextInt(12))
                    .map(x -> possible[(int) (x * possible.length)])
                    .toArray();
            assertThat(SignFlip.of(differences).p())
                    .as("seed %d", seed)
                    .isCloseTo(everyChoice(differences), within(1e-12));
        }
    }

    @Test
    void equal_differences_give_mcnemars_exact_test() {
        for (int first = 0; first < 40; first += 3) {
            for (int second = 0; second < 2000; second = 2 * second + 1) {
                double[] differences = new double[first + second + 5];
                Arrays.fill(differences, 0, first, .25);
                Arrays.fill(differences, first, first + second, -.25);
                assertThat(SignFlip.of(differences).p())
                        .isCloseTo(new McNemar(0, first, second, 5).pExact(), within(1e-12));
            }
        }
    }

    @Test
    void without_a_difference_p_is_1() {
        assertThat(SignFlip.of(new double[] {0, 1e-15})).isEqualTo(new SignFlip(0, 1));
        assertThat(SignFlip.of(new double[0])).isEqualTo(new SignFlip(0, 1));
    }

    /** Values without a common unit are rounded, to 1 in 100,000 of their sum. */
    @Test
    void differences_without_a_common_unit_come_close() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        double[] differences = random.doubles(14).map(x -> x - .35).toArray();
        assertThat(SignFlip.of(differences).p()).isCloseTo(everyChoice(differences), within(2e-3));
    }

    private static double everyChoice(double[] differences) {
        double observed = Math.abs(Arrays.stream(differences).sum());
        long atLeast = 0;
        for (int signs = 0; signs < 1 << differences.length; signs++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            atLeast += Math.abs(sum) > observed - 1e-9 ? 1 : 0;
        }
        return (double) atLeast / (1 << differences.length);
    }
}
