package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.reading.Turn;
import org.facies.serve.SampleStudy;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's process is killed while readers answer, as often as the system property facies.kills says. */
@Tag("slow")
class KilledServerTest {
    private static final int READERS = 6;
    private static final int CASES = 600;
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{32})\"");

    @TempDir
    private Path folder;

    @Test
    void nothing_that_was_acknowledged_is_lost_or_doubled_however_often_the_server_is_killed() throws Exception {
        int kills = Integer.getInteger("facies.kills", 100);
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Typist> typists = new ArrayList<>();
        try (ReadingStore store = SampleStudy.in(folder, CASES, 0, Instant.now())) {
            for (int r = 3; r < 3 + READERS; r++) {
                StudyReader reader = store.addReader(
                                new InvitedReader("R" + r, r % 2 == 0 ? Arm.UNAIDED : Arm.SEQUENTIAL, "en"),
                                false,
                                Instant.now())
                        .orElseThrow();
                typists.add(new Typist(
                        reader.name(),
                        store.access().link(reader.id(), Instant.now()).token(),
                        random.nextLong()));
            }
        }
        for (int kill = 0; kill < kills; kill++) {
            ServerProcess server = ServerProcess.start(folder);
            List<Thread> threads = new ArrayList<>();
            for (Typist typist : typists) {
                threads.add(new Thread(() -> typist.typeUntilLost(server.address())));
            }
            threads.forEach(Thread::start);
            awaitOneMoreAnswer(typists);
            Thread.sleep(random.nextInt(400));
            server.kill();
            for (Thread thread : threads) {
                thread.join();
            }
            assertConsistent();
            try (ReadingStore store = ReadingStore.open(folder, SampleStudy.random())) {
                typists.forEach(typist -> typist.assertKept(store));
            }
        }
        int acknowledged = count(typists);
        System.out.println(kills + " kills, " + acknowledged + " acknowledged answers, all there");
        assertThat(acknowledged).isGreaterThan(kills);
    }

    /** A process that has just begun is slow; to kill it then would prove little. */
    private static void awaitOneMoreAnswer(List<Typist> typists) throws InterruptedException {
        int before = count(typists);
        for (int tenths = 0; tenths < 600 && count(typists) == before; tenths++) {
            Thread.sleep(100);
        }
    }

    private static int count(List<Typist> typists) {
        return typists.stream().mapToInt(typist -> typist.acknowledged.size()).sum();
    }

    private void assertConsistent() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                ResultSet check = connection.createStatement().executeQuery("PRAGMA integrity_check");
                ResultSet orphans = connection.createStatement().executeQuery("PRAGMA foreign_key_check")) {
            assertThat(check.getString(1)).isEqualTo("ok");
            assertThat(orphans.next()).isFalse();
        }
    }

    /** A reader who answers as fast as the server takes it, and sends again what was not acknowledged. */
    private static final class Typist {
        private final String name;
        private final String link;
        private final Random random;
        private final Map<String, JsonNode> acknowledged = Collections.synchronizedMap(new LinkedHashMap<>());
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private String token = "";
        private ObjectNode waiting;

        Typist(String name, String link, long seed) {
            this.name = name;
            this.link = link;
            this.random = new Random(seed);
        }

        /** The session of before the kill goes on. */
        void typeUntilLost(URI address) {
            Visitor visitor = new Visitor(address);
            visitor.cookies().putAll(cookies);
            visitor.useToken(token);
            try {
                if (cookies.isEmpty()) {
                    enter(visitor);
                }
                while (true) {
                    type(visitor);
                }
            } catch (UncheckedIOException lost) {
                // the server was killed
            }
        }

        private void enter(Visitor visitor) {
            visitor.postForm("/i/" + link, Map.of());
            Matcher field = TOKEN.matcher(visitor.get("/read").body());
            assertThat(field.find()).isTrue();
            visitor.useToken(field.group(1));
            visitor.postForm("/read/experience", Map.of("years", "3", "specialty", "Pediatrics", "genetics", "no"));
            cookies.putAll(visitor.cookies());
            token = visitor.token();
        }

        private void type(Visitor visitor) {
            if (waiting == null) {
                waiting = next(visitor.state());
            }
            HttpResponse<String> answer = visitor.postJson("/read/answer", waiting.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            acknowledged.put(waiting.get("submission").asText(), waiting);
            waiting = null;
        }

        /** The next answer, or now and then a correction of the last. */
        private ObjectNode next(JsonNode state) {
            JsonNode last = state.get("last");
            if (!last.isNull() && (state.get("finished").asBoolean() || random.nextInt(4) == 0)) {
                return Answers.of(
                        last.get("position").asInt(),
                        last.get("step").asText(),
                        last.get("revision").asInt() + 1,
                        random.nextInt(3));
            }
            return Answers.next(state, random.nextInt(3));
        }

        void assertKept(ReadingStore store) {
            Map<Turn, JsonNode> wanted = new LinkedHashMap<>();
            acknowledged.values().forEach(answer -> wanted.put(turn(answer), answer));
            Map<Turn, Submission> kept = new LinkedHashMap<>();
            List<Submission> answers = store.reader(name).orElseThrow().answers();
            answers.forEach(answer -> kept.put(new Turn(answer.position(), answer.step()), answer));
            if (waiting != null && isStored(kept)) {
                wanted.put(turn(waiting), waiting);
            }
            assertThat(answers).as("answers of " + name).hasSameSizeAs(kept.keySet());
            assertThat(kept.keySet()).as("turns of " + name).isEqualTo(wanted.keySet());
            wanted.forEach((turn, answer) -> {
                assertThat(kept.get(turn).submission())
                        .isEqualTo(answer.get("submission").asText());
                assertThat(kept.get(turn).choice())
                        .contains(answer.get("choice").asInt());
            });
        }

        /** An answer may be on the disk although the server was killed before it could say so. */
        private boolean isStored(Map<Turn, Submission> kept) {
            Submission stored = kept.get(turn(waiting));
            return stored != null
                    && stored.submission().equals(waiting.get("submission").asText());
        }

        private static Turn turn(JsonNode answer) {
            return new Turn(
                    answer.get("position").asInt(),
                    Step.valueOf(answer.get("step").asText().toUpperCase(Locale.ROOT)));
        }
    }
}
