package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void on_a_busy_machine_the_shorter_time_is_that_of_the_processors() {
        // Two threads that computed 2 s in 20 s of time, while 30 processors did something else.
        Pace pace = new Pace(20, 2, 2, 30);
        assertThat(pace.isOnBusyMachine()).isTrue();
        assertThat(pace.of(100).shortest()).isEqualTo(Duration.ofSeconds(80));
        assertThat(pace.of(100).longest()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void on_a_quiet_machine_threads_that_wait_for_each_other_do_not_shorten_the_time() {
        Pace pace = new Pace(20, 2, 2, 0.1);
        assertThat(pace.isOnBusyMachine()).isFalse();
        assertThat(pace.of(10).shortest()).isEqualTo(Duration.ofSeconds(160));
        assertThat(pace.of(10).longest()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void on_a_gpu_and_where_the_system_does_not_tell_the_time_is_the_measured_one() {
        assertThat(new Pace(20, Double.NaN, 2, 30).of(10).shortest()).isEqualTo(Duration.ofSeconds(160));
        assertThat(new Pace(20, 2, 2, Double.NaN).isOnBusyMachine()).isFalse();
    }

    @Test
    void a_preview_gives_a_range_and_says_that_the_machine_is_busy() {
        StudyPreview busy = preview(new Pace(0.6, 0.6, 2, 1.5));
        assertThat(busy.sentence())
                .isEqualTo(
                        "20 trainings take 20 min to 1 h 00 min (5,000 photos, counted in every epoch). Other programs"
                                + " use this machine at present: the longer time applies if they continue, the shorter"
                                + " one if they stop.");
        assertThat(preview(new Pace(0.6, 1.2, 2, 0)).sentence())
                .isEqualTo("20 trainings take 40 min to 1 h 00 min (5,000 photos, counted in every epoch).");
        assertThat(preview(new Pace(0.0006, 0.0006, 2, 1.5)).sentence())
                .isEqualTo("20 trainings take about 1 min (5,000 photos, counted in every epoch).");
        assertThat(new TimeRange(Duration.ofSeconds(9), Duration.ofSeconds(20)).words())
                .isEqualTo("about 1 min");
    }

    @Test
    void the_machine_tells_what_this_process_has_computed() {
        ProcessorTime machine = ProcessorTime.ofThisMachine();
        long before = machine.ofThisProcessNanos();
        double sum = 0;
        for (int i = 0; i < 20_000_000; i++) {
            sum += Math.sqrt(i);
        }
        assertThat(sum).isPositive();
        assertThat(machine.ofThisProcessNanos()).isGreaterThan(before);
        double busy = machine.busyProcessors();
        assertThat(Double.isNaN(busy) || busy >= 0).isTrue();
    }

    private static StudyPreview preview(Pace pace) {
        return new StudyPreview(
                40,
                80,
                5,
                List.of(new StudyPreview.Row("a", 0, 20, 5000, Optional.of(pace.of(5000)))),
                pace.isOnBusyMachine());
    }
}
