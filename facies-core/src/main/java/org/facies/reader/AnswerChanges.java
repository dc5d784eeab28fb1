package org.facies.reader;

/**
 * What became of a reader's answers after the model's answer was shown. An answer that names no class is incorrect.
 *
 * @param kept cases with the same answer as before
 * @param toCorrect cases in which an incorrect answer became the correct one
 * @param toIncorrect cases in which the correct answer became an incorrect one
 * @param otherIncorrect cases in which an incorrect answer became another incorrect one
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
