package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyClockTest {
    private final Hands hands = new Hands();

    /** A clock that a test turns. */
    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void an_estimate_holds_until_the_pace_is_known() {
        StudyClock clock = new StudyClock(hands, Map.of("a", 1000.0), Map.of("a", 0.1));
        assertThat(clock.left()).contains(Duration.ofSeconds(100));

        StudyClock.Training training = clock.begin("a", 500);
        training.at(0.1);
        hands.now = hands.now.plusSeconds(10);
        training.at(0.2);

        assertThat(clock.left()).as("900 passes at 10 s for 50").contains(Duration.ofMinutes(3));
    }

    @Test
    void what_was_done_before_takes_no_time_and_an_untimed_model_goes_at_the_mean_pace() {
        StudyClock clock = new StudyClock(hands, Map.of("a", 100.0, "b", 100.0), Map.of("a", 2.0));

        clock.skip("a", 100);

        assertThat(clock.left()).contains(Duration.ofSeconds(200));
        assertThat(new StudyClock(hands, Map.of("a", 100.0), Map.of()).left()).isEmpty();
    }

    @Test
    void times_are_as_rough_as_they_are_known() {
        assertThat(RoughTime.words(Duration.ofSeconds(20))).isEqualTo("1 min");
        assertThat(RoughTime.words(Duration.ofSeconds(61))).isEqualTo("2 min");
        assertThat(RoughTime.words(Duration.ofMinutes(150))).isEqualTo("2 h 30 min");
        assertThat(RoughTime.words(Duration.ofSeconds(113_990))).isEqualTo("32 h");
    }
}
