package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.reading.ReadingProgress.Verdict;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {
    private static final List<Presentation> SHOWN = List.of(
            new Presentation(1, 3, Part.PRACTICE, 0),
            new Presentation(2, 1, Part.MAIN, 1),
            new Presentation(3, 0, Part.MAIN, 1),
            new Presentation(4, 1, Part.REPEAT, 2));

    private final List<Submission> stored = new ArrayList<>();

    @Test
    void a_reader_begins_with_the_first_case_and_has_nothing_to_correct() {
        ReadingProgress progress = unaided(true);

        assertThat(progress.next()).contains(new Turn(1, Step.FIRST));
        assertThat(progress.correctable()).isEmpty();
        assertThat(progress.complete()).isZero();
        assertThat(progress.total()).isEqualTo(4);
        assertThat(progress.presentation(new Turn(2, Step.FIRST))).isEqualTo(SHOWN.get(1));
        assertThat(progress.answer(new Turn(1, Step.FIRST))).isEmpty();
    }

    @Test
    void cases_are_answered_in_order() {
        assertThat(unaided(true).judge(sent("b", 2, Step.FIRST, 0))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(true).judge(sent("a", 1, Step.FIRST, 0))).isEqualTo(Verdict.NEW);
        assertThat(unaided(true).judge(sent("a", 1, Step.SECOND, 0))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(true).judge(sent("a", 1, Step.FIRST, 1))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(true).judge(sent("a", 5, Step.FIRST, 0))).isEqualTo(Verdict.OUT_OF_TURN);
    }

    @Test
    void an_answer_that_is_sent_again_counts_once() {
        Submission first = sent("a", 1, Step.FIRST, 0);
        stored.add(first);

        assertThat(unaided(true).judge(first)).isEqualTo(Verdict.STORED_BEFORE);
        assertThat(unaided(true).judge(sent("other", 1, Step.FIRST, 0))).isEqualTo(Verdict.OUT_OF_TURN);
    }

    @Test
    void the_last_answer_can_be_corrected_until_the_next_is_there() {
        stored.add(sent("a", 1, Step.FIRST, 0));
        stored.add(sent("b", 2, Step.FIRST, 0));

        assertThat(unaided(true).correctable()).contains(stored.get(1));
        assertThat(unaided(true).judge(sent("c", 2, Step.FIRST, 1))).isEqualTo(Verdict.NEW);
        assertThat(unaided(true).judge(sent("c", 2, Step.FIRST, 2))).isEqualTo(Verdict.OUT_OF_TURN);

        stored.add(sent("d", 3, Step.FIRST, 0));
        assertThat(unaided(true).judge(sent("c", 2, Step.FIRST, 1))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(true).correctable()).contains(stored.get(2));
    }

    @Test
    void a_corrected_answer_can_be_corrected_again_with_the_next_revision() {
        stored.add(sent("a", 1, Step.FIRST, 0));
        stored.add(sent("b", 2, Step.FIRST, 1));

        assertThat(unaided(false).judge(sent("c", 2, Step.FIRST, 1))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(false).judge(sent("c", 2, Step.FIRST, 2))).isEqualTo(Verdict.NEW);
    }

    @Test
    void practice_is_final_once_its_diagnosis_was_told_and_only_then() {
        stored.add(sent("a", 1, Step.FIRST, 0));

        assertThat(unaided(true).correctable()).isEmpty();
        assertThat(unaided(true).judge(sent("b", 1, Step.FIRST, 1))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(unaided(false).correctable()).contains(stored.get(0));
        assertThat(unaided(false).judge(sent("b", 1, Step.FIRST, 1))).isEqualTo(Verdict.NEW);
    }

    @Test
    void the_first_answer_is_final_once_the_model_was_shown() {
        stored.add(sent("a", 1, Step.FIRST, 0));
        stored.add(sent("b", 1, Step.SECOND, 0));
        stored.add(sent("c", 2, Step.FIRST, 0));

        ReadingProgress progress = sequential();
        assertThat(progress.next()).contains(new Turn(2, Step.SECOND));
        assertThat(progress.complete()).isEqualTo(1);
        assertThat(progress.correctable()).isEmpty();
        assertThat(progress.judge(sent("d", 2, Step.FIRST, 1))).isEqualTo(Verdict.OUT_OF_TURN);
        assertThat(progress.judge(sent("d", 2, Step.SECOND, 0))).isEqualTo(Verdict.NEW);
    }

    @Test
    void the_second_answer_can_be_corrected_until_the_next_case_is_answered() {
        stored.add(sent("a", 1, Step.FIRST, 0));
        stored.add(sent("b", 1, Step.SECOND, 0));
        stored.add(sent("c", 2, Step.FIRST, 0));
        stored.add(sent("d", 2, Step.SECOND, 0));

        assertThat(sequential().correctable()).contains(stored.get(3));
        assertThat(sequential().judge(sent("e", 2, Step.SECOND, 1))).isEqualTo(Verdict.NEW);

        stored.add(sent("f", 3, Step.FIRST, 0));
        assertThat(sequential().correctable()).isEmpty();
    }

    @Test
    void when_all_is_answered_nothing_follows_and_the_last_answer_can_still_be_corrected() {
        for (int position = 1; position <= 4; position++) {
            stored.add(sent("s" + position, position, Step.FIRST, 0));
        }

        ReadingProgress progress = unaided(true);
        assertThat(progress.next()).isEqualTo(Optional.empty());
        assertThat(progress.complete()).isEqualTo(4);
        assertThat(progress.judge(sent("t", 4, Step.FIRST, 1))).isEqualTo(Verdict.NEW);
        assertThat(progress.judge(sent("t", 5, Step.FIRST, 0))).isEqualTo(Verdict.OUT_OF_TURN);
    }

    private ReadingProgress unaided(boolean feedback) {
        return new ReadingProgress(SHOWN, Arm.UNAIDED, feedback, stored);
    }

    private ReadingProgress sequential() {
        return new ReadingProgress(SHOWN, Arm.SEQUENTIAL, false, stored);
    }

    private static Submission sent(String name, int position, Step step, int revision) {
        return new Submission(name, position, step, revision, Optional.of(0), Optional.of(3), List.of(), "", 4.5);
    }
}
