package org.facies.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.run.Repeat;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RunLogWriterTest {
    private static final RunLog.Place PLACE = new RunLog.Place(2, Repeat.FIRST, 4, Optional.empty());
    private static final RunLog.Setup SETUP = new RunLog.Setup("0.1.0", "3f".repeat(32), 7, 2, "cpu");

    private final Clock clock = new Steps(Instant.parse("2026-12-01T23:59:58Z"), Duration.ofMillis(1500));
    private final RunLogWriter writer = RunLogWriter.attached(clock);

    @TempDir
    private Path folder;

    @AfterEach
    void detach() {
        writer.close();
    }

    /** A clock that moves by one step each time it is asked. */
    private static final class Steps extends Clock {
        private final Duration step;
        private Instant now;

        Steps(Instant start, Duration step) {
            this.now = start;
            this.step = step;
        }

        @Override
        public Instant instant() {
            Instant asked = now;
            now = now.plus(step);
            return asked;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.ofHours(9);
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void each_line_has_the_clocks_time_in_utc_its_level_and_what_happened() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        RunLog log = new RunLog(run, clock);

        log.start(RunLog.Start.BEGUN, SETUP);
        assertThat(log.<Integer>during(RunLog.Stage.FACES, () -> 41)).isEqualTo(41);
        log.faces(34, 36);
        log.manifestWarnings(0);
        log.manifestWarnings(5);

        assertThat(Files.readString(run.log())).isEqualTo("""
                        2026-12-01T23:59:58.000Z INFO  begun: facies 0.1.0, seed 7, threads 2, device cpu, settings %s
                        2026-12-02T00:00:01.000Z INFO  faces: begun
                        2026-12-02T00:00:04.000Z INFO  faces: done in 3.0 s
                        2026-12-02T00:00:05.500Z WARN  faces: 34 of 36 photos usable
                        2026-12-02T00:00:07.000Z WARN  manifest: 5 warnings, see cohort.json
                        """.formatted(SETUP.settings()));
    }

    @Test
    void trainings_are_numbered_and_say_whether_they_resume() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        RunLog log = new RunLog(run, clock);

        log.kept(new RunLog.Training(1, 9, PLACE));
        log.begin(new RunLog.Training(2, 9, PLACE.inside(3, 1)), RunLog.Start.RESUMED)
                .done();
        log.epoch(3, 20);
        log.alarms(2);

        assertThat(Files.readAllLines(run.log()))
                .extracting(line -> line.substring("2026-12-02T00:00:07.000Z ".length()))
                .containsExactly(
                        "INFO  training 1/9 (model 2, fold 4): was done before",
                        "INFO  training 2/9 (model 2, fold 4, candidate 3, inner fold 1): resumed",
                        "INFO  training 2/9 (model 2, fold 4, candidate 3, inner fold 1): done in 3.0 s",
                        "INFO  epoch 3/20: done",
                        "WARN  audit: 2 alarms, see audit.json");
    }

    @Test
    void a_second_run_appends_to_what_the_first_left_even_if_a_kill_left_half_a_line() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        Files.writeString(run.log(), "2026-11-30T10:00:00.000Z INFO  fac");

        new RunLog(run, clock).start(RunLog.Start.RESUMED, SETUP);

        assertThat(Files.readAllLines(run.log()))
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(1)).contains("Z INFO  resumed: facies 0.1.0"));
    }

    @Test
    void an_interrupted_thread_can_still_say_so() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        RunLog log = new RunLog(run, clock);

        Thread.currentThread().interrupt();
        log.epoch(1, 2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.log()).content().endsWith("epoch 1/2: done\n");
    }

    @Test
    void lines_of_other_code_go_to_the_run_that_was_named_last_and_to_none_before() throws IOException {
        RunDirectory first = new RunDirectory(Files.createDirectory(folder.resolve("first")));
        RunDirectory second = new RunDirectory(Files.createDirectory(folder.resolve("second")));

        LoggerFactory.getLogger("org.facies.elsewhere").info("before");
        new RunLog(first, clock).epoch(1, 2);
        new RunLog(second, clock).epoch(2, 2);
        LoggerFactory.getLogger("org.facies.elsewhere").error("after");
        LoggerFactory.getLogger("com.elsewhere").error("a library");

        assertThat(first.log()).content().endsWith("epoch 1/2: done\n").hasLineCount(1);
        assertThat(second.log()).content().endsWith("ERROR after\n").hasLineCount(2);
    }

    @Test
    void a_log_that_cannot_be_written_stops_the_work_and_not_its_ending() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        Files.createDirectory(run.log());
        RunLog log = new RunLog(run, clock);

        assertThatThrownBy(() -> log.epoch(1, 2))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(run.log().toString());
        LoggerFactory.getLogger("org.facies.elsewhere").info("ended");
    }
}
