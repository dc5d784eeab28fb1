package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.train.TrainingProgress;
import org.junit.jupiter.api.Test;

class TrialProgressTest {
    private final List<String> said = new ArrayList<>();
    private final StudyClock clock =
            new StudyClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Map.of("cos", 10.0), Map.of());

    @Test
    void a_training_that_ended_worse_than_it_began_says_so_and_what_to_do() {
        trained(2, 3.2, 4.1);
        assertThat(said)
                .containsExactly(
                        "1/5 cos fold 0, loss 3.200 to 4.100: Training did not work: the loss ended higher than"
                                + " it began. Train for more epochs, lower the learning rates, freeze more layers, or"
                                + " add children.");
    }

    @Test
    void a_training_that_was_stopped_or_went_well_or_was_resumed_says_nothing() {
        trained(3, 3.2, 4.1);
        trained(2, 3.2, 1.1);
        trained(2, Double.NaN, 4.1);
        assertThat(said).isEmpty();
    }

    /** @param losses of the first epochs; NaN for one that was trained before */
    private void trained(int epochs, double... losses) {
        try (TrialProgress progress = new TrialProgress("1/5 cos fold 0", said::add, clock, clock.begin("cos", 10))) {
            for (int i = 0; i < losses.length; i++) {
                if (!Double.isNaN(losses[i])) {
                    progress.progressed(new TrainingProgress(i + 1, epochs, 1, 2, 9, 9, 0.5, Duration.ZERO));
                    progress.progressed(new TrainingProgress(i + 1, epochs, 2, 2, 9, losses[i], 0.5, Duration.ZERO));
                }
            }
        }
    }
}
