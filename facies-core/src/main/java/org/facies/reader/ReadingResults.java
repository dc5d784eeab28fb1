package org.facies.reader;

import java.util.Optional;
import org.facies.metric.SharedResamples;

/**
 * The results of a reader study that need several answers to a case, or the order of the cases.
 *
 * @param readersAided readers with a model compared with the same readers without it; empty if no reader saw a model
 * @param readersRepeated intra-reader agreement; empty if no case was shown twice
 * @param readersByPosition learning and fatigue; empty if the order of cases is unknown
 */
public record ReadingResults(
        Optional<AidedComparison> readersAided,
        Optional<RepeatAgreement> readersRepeated,
        Optional<PositionEffect> readersByPosition) {
    /** No such results: each case was answered once, in an unknown order. */
    public static final ReadingResults NONE = new ReadingResults(Optional.empty(), Optional.empty(), Optional.empty());

    static ReadingResults of(
            ReaderAnswers answers, Optional<AdvisingModel> shown, ReaderCases cases, SharedResamples resamples) {
        return new ReadingResults(
                AidedComparison.of(answers, shown, cases, resamples),
                RepeatAgreement.of(answers, cases),
                PositionEffect.of(answers, cases));
    }
}
