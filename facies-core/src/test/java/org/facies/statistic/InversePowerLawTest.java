package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InversePowerLawTest {
    private static final double[] SIZES = {5, 8, 13, 20, 32, 50};

    @Test
    void a_curve_of_that_form_is_found_again() {
        InversePowerLaw truth = new InversePowerLaw(.9, 1.2, .6);

        InversePowerLaw fitted = InversePowerLaw.fit(
                        SIZES, Arrays.stream(SIZES).map(truth::at).toArray())
                .orElseThrow();

        assertThat(fitted.rate()).isCloseTo(.6, within(1e-9));
        assertThat(fitted.limit()).isCloseTo(.9, within(1e-9));
        assertThat(fitted.gain()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void no_curve_tends_to_more_than_one_or_falls() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] scores = random.doubles(SIZES.length).toArray();

            InversePowerLaw fitted = InversePowerLaw.fit(SIZES, scores).orElseThrow();

            assertThat(fitted.limit()).as("seed " + seed).isBetween(0.0, 1.0);
            assertThat(fitted.gain()).as("seed " + seed).isNotNegative();
            assertThat(fitted.at(100)).as("seed " + seed).isGreaterThanOrEqualTo(fitted.at(50));
        }
    }

    @Test
    void falling_scores_give_a_level_curve() {
        InversePowerLaw fitted = InversePowerLaw.fit(SIZES, new double[] {.6, .5, .45, .4, .3, .2})
                .orElseThrow();

        assertThat(fitted.rises()).isFalse();
        assertThat(fitted.at(7)).isEqualTo(fitted.at(70));
    }

    @Test
    void three_sizes_are_too_few() {
        assertThat(InversePowerLaw.fit(new double[] {5, 10, 20, 40}, new double[] {.2, .3, Double.NaN, .5}))
                .isEmpty();
    }

    /**
     * Where the limit is held at 1, the gain of least squares leaves residuals that the law's own shape explains no
     * part of.
     */
    @Test
    void a_curve_that_would_tend_to_more_than_one_has_the_gain_of_least_squares_below_one() {
        double[] scores = {.10, .30, .52, .70, .86, .99};

        InversePowerLaw fitted = InversePowerLaw.fit(SIZES, scores).orElseThrow();

        double along = 0;
        for (int i = 0; i < SIZES.length; i++) {
            double shape = Math.pow(SIZES[i], -fitted.rate());
            along += SIZES[i] * shape * (1 - fitted.gain() * shape - scores[i]);
        }
        assertThat(fitted.limit()).isEqualTo(1);
        assertThat(fitted.gain()).isGreaterThan(1);
        assertThat(along).isCloseTo(0, within(1e-12));
    }
}
