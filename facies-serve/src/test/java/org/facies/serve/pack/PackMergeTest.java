package org.facies.serve.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.reading.Submission;
import org.facies.serve.SampleStudy;
import org.facies.serve.pack.AnswersFile.GivenAnswer;
import org.facies.serve.pack.PackMerge.LateAnswers;
import org.facies.serve.pack.PackMerge.Merged;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StoredPack;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackMergeTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(10));

    @TempDir
    private Path folder;

    private ReadingStore store;
    private StoredPack pack;

    @BeforeEach
    void prepare() {
        store = SampleStudy.in(folder.resolve("data"), 8, 2, NOW);
        pack = pack("R1", "R1.html");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void answers_are_taken_once_with_their_corrections_and_the_readers_experience() {
        List<GivenAnswer> answers = new ArrayList<>(ReturnedPack.answers(4, "a", NOW));
        answers.add(ReturnedPack.answer(4, 1, "a", NOW.plusSeconds(9)));
        Path file = ReturnedPack.write(folder.resolve("a.answers"), pack, answers);

        assertThat(merge(file)).containsExactly(new Merged(file, "R1", 5, 4, 12));
        assertThat(merge(file)).containsExactly(new Merged(file, "R1", 0, 4, 12));

        StudyReader reader = store.reader("R1").orElseThrow();
        assertThat(reader.answers()).extracting(Submission::revision).containsExactly(0, 0, 0, 1);
        assertThat(reader.experience().orElseThrow().years()).isEqualTo(7);
        assertThat(reader.firstAnswer()).contains(NOW);
    }

    @Test
    void a_later_file_adds_what_is_new_and_an_earlier_one_nothing() {
        Path half = ReturnedPack.write(folder.resolve("half"), pack, ReturnedPack.answers(5, "a", NOW));
        List<GivenAnswer> all = new ArrayList<>(ReturnedPack.answers(5, "a", NOW));
        all.add(ReturnedPack.answer(5, 1, "a", NOW));
        all.add(ReturnedPack.answer(6, 0, "a", NOW));
        Path whole = ReturnedPack.write(folder.resolve("whole"), pack, all);

        assertThat(merge(half, whole)).containsExactly(new Merged(whole, "R1", 7, 6, 12));
        assertThat(merge(half)).containsExactly(new Merged(half, "R1", 0, 6, 12));
    }

    @Test
    void every_defect_of_every_file_is_named_and_nothing_is_stored() throws IOException {
        StoredPack other = pack("R2", "R2.html");
        Path good = ReturnedPack.write(folder.resolve("good"), pack, ReturnedPack.answers(3, "a", NOW));
        Path changed = folder.resolve("changed");
        ReturnedPack.write(changed, other, ReturnedPack.answers(1, "b", NOW));
        String text = Files.readString(changed);
        int at = text.indexOf("\"answers\":\"") + 20;
        Files.writeString(
                changed, text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));
        Path foreign = ReturnedPack.write(
                folder.resolve("foreign"), "0".repeat(32), pack.payloadSha256(), pack.contentKey(), List.of());
        Path changedPack = ReturnedPack.write(
                folder.resolve("changedPack"), pack.id(), "0".repeat(64), pack.contentKey(), List.of());
        Path photo = Files.writeString(folder.resolve("photo.jpg"), "no answers");

        assertThatThrownBy(() -> merge(good, changed, foreign, changedPack, photo, folder.resolve("absent")))
                .isInstanceOf(BadInput.class)
                .message()
                .satisfies(message -> assertThat(message.lines().map(this::withoutFolder))
                        .containsExactly(
                                "changed: was changed after it was saved or is damaged. Ask the reader to save the"
                                        + " answers again and to send the new file.",
                                "foreign: belongs to a pack that was not made from this data folder. Name the study"
                                        + " of the pack with --study or --data.",
                                "changedPack: belongs to a pack that was changed after it was made. Make a new pack"
                                        + " for this reader, since it is unknown what the changed pack showed.",
                                "photo.jpg line 1: is not valid JSON (Unrecognized token 'no': was expecting (JSON"
                                        + " String, Number, Array, Object or token 'null', 'true' or 'false')). Ask"
                                        + " the reader to save the answers again and to send the new file.",
                                "absent: cannot be read (it does not exist). Check that it exists, that you"
                                        + " have permission to read it, and that its disk works."));
        assertThat(store.reader("R1").orElseThrow().answers()).isEmpty();
    }

    @Test
    void answers_after_the_pack_expired_are_refused_unless_they_are_accepted() {
        Path late =
                ReturnedPack.write(folder.resolve("late"), pack, ReturnedPack.answers(2, "a", UNTIL.plusSeconds(1)));

        assertThat(refusal(late))
                .isEqualTo("late: contains 2 answers of R1 that were given after the pack expired on 2026-12-11. If"
                        + " they should count, accept them with --accept-late.");

        assertThat(new PackMerge(store, UNTIL.plusSeconds(9), LateAnswers.ACCEPTED).merge(List.of(late)))
                .containsExactly(new Merged(late, "R1", 2, 2, 12));
    }

    @Test
    void two_packs_of_one_reader_are_not_mixed() {
        StoredPack second = pack("R1", "again.html");
        Path one = ReturnedPack.write(folder.resolve("one"), pack, ReturnedPack.answers(2, "a", NOW));
        Path two = ReturnedPack.write(folder.resolve("two"), second, ReturnedPack.answers(2, "b", NOW));

        assertThat(refusal(one, two))
                .isEqualTo("one and two: belong to two packs of the reader R1. Merge only one of them: the answers"
                        + " that the reader gave first.");

        merge(one);
        assertThat(refusal(two))
                .isEqualTo("two, case at position 1: is an answer of the reader R1, who gave a different answer on"
                        + " the server or in another pack. Leave this file out; the stored answer was given or"
                        + " merged first.");
    }

    @Test
    void one_pack_that_was_used_in_two_browsers_is_told() {
        Path one = ReturnedPack.write(folder.resolve("one"), pack, ReturnedPack.answers(2, "a", NOW));
        Path two = ReturnedPack.write(folder.resolve("two"), pack, ReturnedPack.answers(3, "b", NOW));

        assertThat(refusal(one, two))
                .isEqualTo("one and two: contain different answers of the reader R1. The pack was used twice, in two"
                        + " browsers; merge only the answers that were given first.");
    }

    @Test
    void answers_that_do_not_follow_each_other_are_refused() {
        List<GivenAnswer> gap = List.of(ReturnedPack.answer(1, 0, "a", NOW), ReturnedPack.answer(3, 0, "a", NOW));
        assertThat(refusal(ReturnedPack.write(folder.resolve("gap"), pack, gap)))
                .isEqualTo("gap, case at position 3: contains an answer that does not fit the one before. Ask the"
                        + " reader to save the answers again and to send the new file.");
        assertThat(refusal(ReturnedPack.write(folder.resolve("none"), pack, List.of())))
                .isEqualTo("none: contains no answer of the reader R1. Merge it when it contains answers.");
    }

    @Test
    void a_stopped_reader_and_a_closed_study_take_no_answers() {
        Path file = ReturnedPack.write(folder.resolve("file"), pack, ReturnedPack.answers(2, "a", NOW));
        long reader = store.reader("R1").orElseThrow().id();
        store.stop(reader, NOW);
        assertThat(refusal(file))
                .isEqualTo("file: belongs to the reader R1, who was stopped. Resume the reader on the researcher's"
                        + " page, and merge the file again.");
        store.resume(reader, NOW);
        store.endStudy(NOW);
        assertThat(refusal(file))
                .isEqualTo("the reader study: was closed on 2026-12-01, so answers can no longer be imported. Before"
                        + " closing a study, merge the files of all readers.");
    }

    private List<Merged> merge(Path... files) {
        return new PackMerge(store, UNTIL.minusSeconds(1), LateAnswers.REFUSED).merge(List.of(files));
    }

    private String refusal(Path... files) {
        try {
            merge(files);
        } catch (BadInput refused) {
            return withoutFolder(refused.getMessage());
        }
        throw new AssertionError("nothing was refused");
    }

    private String withoutFolder(String message) {
        return message.replace(folder + "/", "");
    }

    private StoredPack pack(String reader, String file) {
        return new PackMaker(store, store.pictures(), new SecureRandom())
                .write(
                        store.reader(reader).orElseThrow(),
                        new Passphrase("abcd-efgh-ijkm-npqr"),
                        NOW,
                        UNTIL,
                        folder.resolve(file));
    }
}
