package org.facies.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The progress of one reader, and the answer that may come next. Cases are answered in order. The last answer can be
 * corrected until the next one arrives. An answer is final if the model's answer or the diagnosis of a practice case
 * was shown after it.
 *
 * <pre>{@code
 * ReadingProgress progress = new ReadingProgress(presentations, Arm.UNAIDED, feedback, stored);
 * if (progress.judge(submission) == ReadingProgress.Verdict.NEW) { store(submission); }
 * }</pre>
 */
public final class ReadingProgress {
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Turn, Submission> answered = new LinkedHashMap<>();
    private final List<Presentation> presentations;
    private final boolean feedback;
    private final Arm arm;

    /** The result of checking a submission. */
    public enum Verdict {
        /** The next answer, or a correction of the last one. */
        NEW,
        /** The same submission was stored before. */
        STORED_BEFORE,
        /** Neither: the page is out of date, for example because the reader continued on another device. */
        OUT_OF_TURN
    }

    /**
     * Computes the progress of a reader.
     *
     * @param presentations by position
     * @param feedback whether the diagnosis of a practice case is shown after the answer
     * @param answers the last revision of each answer
     */
    public ReadingProgress(List<Presentation> presentations, Arm arm, boolean feedback, List<Submission> answers) {
        this.presentations = List.copyOf(presentations);
        this.arm = arm;
        this.feedback = feedback;
        for (Presentation one : presentations) {
            turns.add(new Turn(one.position(), Step.FIRST));
            if (arm == Arm.SEQUENTIAL) {
                turns.add(new Turn(one.position(), Step.SECOND));
            }
        }
        answers.forEach(answer -> answered.put(new Turn(answer.position(), answer.step()), answer));
    }

    /** The next answer to give; empty if all are given. */
    public Optional<Turn> next() {
        return turns.stream().filter(turn -> !answered.containsKey(turn)).findFirst();
    }

    /** The last answer, if it can still be corrected. */
    public Optional<Submission> correctable() {
        int given = answered.size();
        return given == 0 || isFinal(turns.get(given - 1))
                ? Optional.empty()
                : Optional.of(answered.get(turns.get(given - 1)));
    }

    private boolean isFinal(Turn turn) {
        boolean modelFollows = arm == Arm.SEQUENTIAL && turn.step() == Step.FIRST;
        boolean truthFollows = feedback && presentation(turn).part() == Part.PRACTICE;
        return modelFollows || truthFollows;
    }

    /** The presentation of a turn. */
    public Presentation presentation(Turn turn) {
        return presentations.get(turn.position() - 1);
    }

    /** The answer of a turn; empty if it is not given yet. */
    public Optional<Submission> answer(Turn turn) {
        return Optional.ofNullable(answered.get(turn));
    }

    /** The number of presentations with all their answers. */
    public int complete() {
        return arm == Arm.SEQUENTIAL ? answered.size() / 2 : answered.size();
    }

    /** The number of presentations. */
    public int total() {
        return presentations.size();
    }

    /** Checks a submission. */
    public Verdict judge(Submission sent) {
        Turn turn = new Turn(sent.position(), sent.step());
        Submission before = answered.get(turn);
        if (before != null && before.submission().equals(sent.submission())) {
            return Verdict.STORED_BEFORE;
        }
        boolean isNext = sent.revision() == 0 && next().filter(turn::equals).isPresent();
        boolean isCorrection = before != null
                && correctable().filter(before::equals).isPresent()
                && sent.revision() == before.revision() + 1;
        return isNext || isCorrection ? Verdict.NEW : Verdict.OUT_OF_TURN;
    }
}
