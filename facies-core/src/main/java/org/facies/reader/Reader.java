package org.facies.reader;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One reader with all answers.
 *
 * @param experience as in the file, or empty
 * @param answers without the model to cases that were shown for the first time: at least one, at most one for each case
 * @param further answers with the model, and answers to repeated cases
 * @param isSimulated whether a program generated the answers
 */
public record Reader(
        String name, String experience, List<Answer> answers, FurtherAnswers further, boolean isSimulated) {

    /**
     * The further answers of a reader, with at most one answer for each case in each list.
     *
     * @param aided after the model's answer was shown
     * @param repeats without the model, to cases that the reader had answered before
     */
    public record FurtherAnswers(List<Answer> aided, List<Answer> repeats) {
        static final FurtherAnswers NONE = new FurtherAnswers(List.of(), List.of());

        public FurtherAnswers {
            aided = List.copyOf(aided);
            repeats = List.copyOf(repeats);
        }
    }

    /** A person who answered every case once, without a model. */
    public Reader(String name, String experience, List<Answer> answers) {
        this(name, experience, answers, FurtherAnswers.NONE, false);
    }

    public Reader {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("reader " + name + " has no answer");
        }
        for (List<Answer> some : List.of(answers, further.aided(), further.repeats())) {
            requireOnce(name, some);
        }
    }

    private static void requireOnce(String name, List<Answer> answers) {
        Set<String> seen = new HashSet<>();
        for (Answer answer : answers) {
            if (!seen.add(answer.caseId())) {
                throw new IllegalArgumentException("reader " + name + " answered " + answer.caseId() + " twice");
            }
        }
    }

    /** The same reader, marked as simulated. */
    public Reader simulated() {
        return new Reader(name, experience, answers, further, true);
    }

    /** The reader with other answers and without further answers. */
    Reader with(List<Answer> others) {
        return new Reader(name, experience, others, FurtherAnswers.NONE, isSimulated);
    }

    /** Whether class probabilities follow from every answer. */
    boolean isWeighed() {
        return answers.stream().allMatch(Answer::isWeighed);
    }

    /** The cases with the answer "cannot say". */
    Set<String> unanswered() {
        return answers.stream()
                .filter(answer -> !answer.isGiven())
                .map(Answer::caseId)
                .collect(Collectors.toSet());
    }

    /** The median time of the answers that have one. */
    public OptionalDouble medianSeconds() {
        double median = ReaderSlopes.median(answers.stream()
                .flatMapToDouble(answer -> answer.seconds().stream())
                .toArray());
        return Double.isNaN(median) ? OptionalDouble.empty() : OptionalDouble.of(median);
    }
}
