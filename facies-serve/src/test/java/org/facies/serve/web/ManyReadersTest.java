package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten readers at once, each ten times as fast as a person; for ten minutes once a second. The system property
 * facies.load.seconds says how long.
 */
@Tag("slow")
class ManyReadersTest {
    private static final int READERS = 10;
    private static final int LONG_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void ten_readers_answer_at_once_without_an_error() throws Exception {
        int seconds = Integer.getInteger("facies.load.seconds", 5);
        int pauseMillis = seconds > LONG_SECONDS ? 1000 : 100;
        int cases = seconds * 1000 / pauseMillis + 20;
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try (RunningStudy study = RunningStudy.in(folder, cases, 0, Limits.USUAL)) {
            List<Callable<List<Double>>> readers = new ArrayList<>();
            for (int r = 3; r < 3 + READERS; r++) {
                study.store.addReader(
                        new InvitedReader("R" + r, r % 3 == 0 ? Arm.SEQUENTIAL : Arm.UNAIDED, "en"),
                        false,
                        study.clock.instant());
                Visitor visitor = study.begun("R" + r);
                readers.add(() -> answers(study, visitor, seconds, pauseMillis));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> done : threads.invokeAll(readers)) {
                millis.addAll(done.get());
            }
            int stored = study.store.readers().stream()
                    .mapToInt(reader -> reader.answers().size())
                    .sum();
            millis.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%d readers, %d s: %d answers, half of them stored within %.0f ms, 95 %% within %.0f ms, all"
                            + " within %.0f ms%n",
                    READERS,
                    seconds,
                    millis.size(),
                    millis.get(millis.size() / 2),
                    millis.get((int) (millis.size() * 0.95)),
                    millis.get(millis.size() - 1));
            assertThat(stored).isEqualTo(millis.size());
            assertThat(study.said).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    /** How long each answer took, in milliseconds. */
    private static List<Double> answers(RunningStudy study, Visitor reader, int seconds, int pauseMillis)
            throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        JsonNode state = reader.state();
        while (System.nanoTime() < end && !state.get("finished").asBoolean()) {
            for (JsonNode picture : state.at("/current/pictures")) {
                assertThat(reader.getBytes(picture.asText()).statusCode()).isEqualTo(200);
            }
            long sent = System.nanoTime();
            HttpResponse<String> saved =
                    reader.postJson("/read/answer", Answers.next(state, 1).toString());
            millis.add((System.nanoTime() - sent) / 1e6);
            assertThat(saved.statusCode()).isEqualTo(200);
            state = Visitor.json(saved.body());
            study.clock.pass(Duration.ofMillis(pauseMillis / READERS));
            Thread.sleep(pauseMillis);
        }
        return millis;
    }
}
