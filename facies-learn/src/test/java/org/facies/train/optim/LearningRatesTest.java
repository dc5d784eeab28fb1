package org.facies.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRatesTest {

    @Test
    void rates_rise_linearly_then_follow_half_a_cosine_to_zero() {
        LearningRates rates = new LearningRates(Optimisation.Schedule.COSINE, 4, 12);

        assertThat(rates.factor(0)).isEqualTo(0.25);
        assertThat(rates.factor(1)).isEqualTo(0.5);
        assertThat(rates.factor(3)).isEqualTo(1);
        assertThat(rates.factor(7)).isCloseTo(0.5, within(1e-12));
        assertThat(rates.factor(11)).isCloseTo(0, within(1e-12));
        assertThat(new LearningRates(Optimisation.Schedule.CONSTANT, 0, 12).factor(11))
                .isEqualTo(1);
    }

    @Test
    void a_warm_up_takes_its_least_steps_or_a_third_of_the_training_unless_it_is_left_out() {
        WarmUp warmUp = new WarmUp(0.6, 20);

        assertThat(warmUp.steps(100, 600)).isEqualTo(60);
        assertThat(warmUp.steps(7, 70)).isEqualTo(20);
        assertThat(warmUp.steps(5, 30)).isEqualTo(10);
        assertThat(new WarmUp(0, 20).steps(7, 70)).isZero();
    }
}
