package org.facies.reader;

/**
 * How the answers of a reader changed after the model's answer was shown. "Cannot say" counts as incorrect.
 *
 * @param kept number of cases with the same answer as before
 * @param toCorrect number of cases in which an incorrect answer became correct
 * @param toIncorrect number of cases in which a correct answer became incorrect
 * @param otherIncorrect number of cases in which an incorrect answer became another incorrect answer
 */
public record AnswerChanges(long kept, long toCorrect, long toIncorrect, long otherIncorrect) {

    static AnswerChanges of(AidedPairs pairs, ReaderCases cases) {
        long[] counts = new long[4];
        pairs.forEach((before, after) -> counts[kind(before, after, cases)]++);
        return new AnswerChanges(counts[0], counts[1], counts[2], counts[3]);
    }

    private static int kind(Answer before, Answer after, ReaderCases cases) {
        if (before.diagnosis().equals(after.diagnosis())) {
            return 0;
        }
        return cases.isCorrect(after) ? 1 : cases.isCorrect(before) ? 2 : 3;
    }
}
