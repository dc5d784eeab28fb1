package org.facies.serve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.facies.input.BadInput;
import org.facies.reading.Arm;
import org.facies.reading.Experience;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.Step;
import org.facies.reading.Submission;
import org.facies.serve.SampleStudy;
import org.facies.serve.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingStoreTest {
    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();

    @Test
    void what_was_prepared_comes_back_as_it_was() {
        SampleStudy.in(folder, 8, 2, clock.instant()).close();

        try (ReadingStore store = open()) {
            assertThat(store.study()).isEqualTo(SampleStudy.study(8, 2));
            assertThat(store.readers()).extracting(StudyReader::name).containsExactly("R1", "R2");
            assertThat(store.pictures().of(3, 1).bytes()).isEqualTo(SampleStudy.bytes(3, 1));
        }
    }

    @Test
    void an_answer_is_there_after_reopening_with_every_digit() {
        Submission sent = new Submission(
                id(),
                1,
                Step.FIRST,
                0,
                Optional.of(2),
                Optional.of(5),
                List.of(0.1, 0.2, 0.7),
                "Brüschfeld? \"quoted\"\n'; DROP TABLE answer; --",
                0.1 + 0.2);
        try (ReadingStore store = SampleStudy.in(folder, 8, 2, clock.instant())) {
            assertThat(store.accept(reader(store), sent, clock.instant())).isEqualTo(new Acceptance.Stored(false));
        }

        try (ReadingStore store = open()) {
            assertThat(store.reader("R1").orElseThrow().answers()).containsExactly(sent);
        }
    }

    @Test
    void the_same_submission_counts_once_and_another_for_the_same_turn_is_out_of_turn() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 2, clock.instant())) {
            Submission first = answer(1, 0);
            Submission other = answer(1, 0);

            assertThat(store.accept(reader(store), first, clock.instant())).isEqualTo(new Acceptance.Stored(false));
            assertThat(store.accept(reader(store), first, clock.instant())).isEqualTo(new Acceptance.Stored(true));
            assertThat(store.accept(reader(store), other, clock.instant())).isEqualTo(new Acceptance.OutOfTurn());
        }
    }

    @Test
    void a_submission_that_was_corrected_since_is_known_when_it_is_sent_once_more() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            Submission first = answer(1, 0);
            store.accept(reader(store), first, clock.instant());
            store.accept(reader(store), answer(1, 1), clock.instant());

            assertThat(store.accept(reader(store), first, clock.instant())).isEqualTo(new Acceptance.Stored(true));
            assertThat(store.reader("R1").orElseThrow().answers())
                    .extracting(Submission::revision)
                    .containsExactly(1);
        }
    }

    @Test
    void an_id_that_stands_for_one_answer_cannot_stand_for_another() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            Submission first = answer(1, 0);
            store.accept(reader(store), first, clock.instant());
            Submission reused = new Submission(
                    first.submission(), 2, Step.FIRST, 0, Optional.of(1), Optional.of(1), List.of(), "", 1);

            assertThat(store.accept(reader(store), reused, clock.instant())).isEqualTo(new Acceptance.OutOfTurn());
        }
    }

    @Test
    void the_last_answer_can_be_corrected_until_the_next_is_there() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            long reader = reader(store);
            store.accept(reader, answer(1, 0), clock.instant());

            assertThat(store.accept(reader, answer(1, 2), clock.instant())).isEqualTo(new Acceptance.OutOfTurn());
            assertThat(store.accept(reader, answer(1, 1), clock.instant())).isEqualTo(new Acceptance.Stored(false));
            assertThat(store.accept(reader, answer(2, 0), clock.instant())).isEqualTo(new Acceptance.Stored(false));
            assertThat(store.accept(reader, answer(1, 2), clock.instant())).isEqualTo(new Acceptance.OutOfTurn());
        }
    }

    @Test
    void two_devices_that_answer_the_same_case_at_once_leave_one_answer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            long reader = reader(store);
            List<Callable<Acceptance>> devices = IntStream.range(0, 8)
                    .<Callable<Acceptance>>mapToObj(device -> () -> store.accept(reader, answer(1, 0), clock.instant()))
                    .toList();
            int stored = 0;
            for (Future<Acceptance> became : threads.invokeAll(devices)) {
                stored += became.get() instanceof Acceptance.Stored ? 1 : 0;
            }
            assertThat(stored).isEqualTo(1);
            assertThat(store.reader("R1").orElseThrow().answers()).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void a_stopped_reader_and_a_closed_study_take_nothing_but_know_what_was_stored() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            long reader = reader(store);
            Submission first = answer(1, 0);
            store.accept(reader, first, clock.instant());

            store.stop(reader, clock.instant());
            assertThat(store.accept(reader, answer(2, 0), clock.instant())).isEqualTo(new Acceptance.NotTaken());
            assertThat(store.accept(reader, first, clock.instant())).isEqualTo(new Acceptance.Stored(true));
            store.resume(reader, clock.instant());
            assertThat(store.accept(reader, answer(2, 0), clock.instant())).isEqualTo(new Acceptance.Stored(false));
            store.endStudy(clock.instant());
            assertThat(store.accept(reader, answer(3, 0), clock.instant())).isEqualTo(new Acceptance.NotTaken());
        }
    }

    @Test
    void after_a_change_that_could_not_be_made_the_next_one_reaches_the_disk() throws SQLException {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            long reader = reader(store);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"))) {
                other.createStatement().execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> store.accept(reader, answer(1, 0), clock.instant()))
                        .isInstanceOf(StoreUnavailable.class);
                other.createStatement().execute("ROLLBACK");
            }
            assertThat(store.accept(reader, answer(1, 0), clock.instant())).isEqualTo(new Acceptance.Stored(false));

            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                    ResultSet count = other.createStatement().executeQuery("SELECT count(*) FROM answer")) {
                assertThat(count.getInt(1))
                        .as("answers that another process sees")
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void everything_that_is_wrong_with_an_answer_is_told_at_once() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            Submission wrong = new Submission(
                    "short", 0, Step.FIRST, -1, Optional.of(3), Optional.of(6), List.of(0.9, 0.9), "\u0000", 0);

            assertThat(store.accept(reader(store), wrong, clock.instant()))
                    .isInstanceOfSatisfying(
                            Acceptance.Malformed.class,
                            malformed -> assertThat(malformed.problems())
                                    .containsExactly(
                                            "submission: 32 hexadecimal digits are needed.",
                                            "position: a number from 1 is needed.",
                                            "revision: a number from 0 is needed.",
                                            "seconds: a number above 0 and at most 86400 is needed.",
                                            "choice: a number from 0 to 2 is needed.",
                                            "confidence: a number from 1 to 5 is needed.",
                                            "probabilities: 3 numbers from 0 to 1 that sum to 1 are needed, or none.",
                                            "comment: control characters are not allowed."));
        }
    }

    @Test
    void cannot_say_has_no_confidence() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            Submission unsure =
                    new Submission(id(), 1, Step.FIRST, 0, Optional.empty(), Optional.of(2), List.of(), "", 1);
            Submission plain =
                    new Submission(id(), 1, Step.FIRST, 0, Optional.empty(), Optional.empty(), List.of(), "", 1);

            assertThat(store.accept(reader(store), unsure, clock.instant())).isInstanceOf(Acceptance.Malformed.class);
            assertThat(store.accept(reader(store), plain, clock.instant())).isEqualTo(new Acceptance.Stored(false));
        }
    }

    @Test
    void experience_is_kept_as_given_the_first_time() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            Experience first = new Experience(3, "Pediatrics", false);
            store.giveExperience(reader(store), first, clock.instant());
            store.giveExperience(reader(store), new Experience(30, "Genetics", true), clock.instant());

            assertThat(store.reader("R1").orElseThrow().experience()).contains(first);
        }
    }

    @Test
    void a_name_is_given_once_however_it_is_cased() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            assertThat(store.addReader(new InvitedReader("r1", Arm.UNAIDED, "en"), false, clock.instant()))
                    .isEmpty();
            assertThat(store.addReader(new InvitedReader("R3", Arm.UNAIDED, "en"), true, clock.instant()))
                    .hasValueSatisfying(added -> assertThat(added.simulated()).isTrue());
        }
    }

    @Test
    void no_token_stands_in_the_file() throws IOException {
        String link;
        String session;
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            link = store.access().link(reader(store), clock.instant()).token();
            session = store.access()
                    .enter(link, Optional.empty(), clock.instant())
                    .orElseThrow()
                    .id();
        }
        String bytes = new String(Files.readAllBytes(folder.resolve("study.db")), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("subject-3").doesNotContain(link).doesNotContain(session);
    }

    @Test
    void a_session_ends_when_it_is_idle_and_when_it_is_old() {
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            StudyAccess access = store.access();
            String link = access.link(reader(store), clock.instant()).token();
            String idle = access.enter(link, Optional.empty(), clock.instant())
                    .orElseThrow()
                    .id();
            clock.pass(Duration.ofHours(4));
            assertThat(access.session(idle, clock.instant())).isEmpty();

            String used = access.enter(link, Optional.empty(), clock.instant())
                    .orElseThrow()
                    .id();
            for (int hour = 0; hour < 23; hour++) {
                clock.pass(Duration.ofHours(1));
                assertThat(access.session(used, clock.instant())).isPresent();
            }
            clock.pass(Duration.ofHours(1));
            assertThat(access.session(used, clock.instant())).isEmpty();
        }
    }

    @Test
    void a_backup_made_under_way_opens_with_what_was_there() throws IOException {
        Path backup = folder.resolve("elsewhere/backup.db");
        try (ReadingStore store = SampleStudy.in(folder, 8, 0, clock.instant())) {
            store.accept(reader(store), answer(1, 0), clock.instant());
            store.backUpTo(backup);
            store.accept(reader(store), answer(2, 0), clock.instant());
        }
        Path restored = folder.resolve("restored");
        Files.createDirectories(restored);
        Files.copy(backup, restored.resolve("study.db"));

        try (ReadingStore store = ReadingStore.open(restored, SampleStudy.random())) {
            assertThat(store.reader("R1").orElseThrow().answers()).hasSize(1);
            assertThat(store.hasAllPictures()).isFalse();
        }
    }

    @Test
    void the_folder_is_for_its_owner_alone() throws IOException {
        SampleStudy.in(folder.resolve("data"), 8, 0, clock.instant()).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_without_a_study_and_a_file_that_is_none_are_refused() throws IOException {
        assertThatThrownBy(this::open)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder + ": contains no prepared reader study. Prepare it with \"facies readers serve\""
                        + " or \"facies readers pack\", or name its folder with --data.");
        Files.writeString(folder.resolve("study.db"), "this is no database, but long enough to be looked at as one");
        assertThatThrownBy(this::open)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.resolve("study.db")
                        + ": cannot be opened as the file of a reader study by this version of Facies. Check that"
                        + " its disk works and that you may write to it, or restore it from a backup.");
    }

    @Test
    void answers_are_flushed_at_each_commit_and_parts_belong_to_wholes() throws SQLException {
        SampleStudy.in(folder, 8, 0, clock.instant()).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                ResultSet mode = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
            assertThat(mode.getString(1)).isEqualTo("wal");
        }
        try (StudyDatabase database = StudyDatabase.open(folder.resolve("study.db"))) {
            assertThat(pragma(database, "synchronous")).isEqualTo(2);
            assertThat(pragma(database, "foreign_keys")).isEqualTo(1);
        }
    }

    private static int pragma(StudyDatabase database, String name) {
        return database.write(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(Integer.class).one());
    }

    private ReadingStore open() {
        return ReadingStore.open(folder, SampleStudy.random());
    }

    private static long reader(ReadingStore store) {
        return store.reader("R1").orElseThrow().id();
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Submission answer(int position, int revision) {
        return new Submission(id(), position, Step.FIRST, revision, Optional.of(1), Optional.of(4), List.of(), "", 1.5);
    }
}
