package org.facies.reader;

import java.util.Optional;
import org.facies.metric.SharedResamples;

/**
 * What only a reader study with several answers to a case, or with the order of its cases, can say.
 *
 * @param readersAided with a model against without it; empty where nobody saw a model
 * @param readersRepeated agreement of readers with themselves; empty where no case was shown twice
 * @param readersByPosition learning and fatigue; empty where the order is not known
 */
public record ReadingResults(
        Optional<AidedComparison> readersAided,
        Optional<RepeatAgreement> readersRepeated,
        Optional<PositionEffect> readersByPosition) {
    /** Each case was answered once, in an order that is not known. */
    public static final ReadingResults NONE = new ReadingResults(Optional.empty(), Optional.empty(), Optional.empty());

    static ReadingResults of(
            ReaderAnswers answers, Optional<AdvisingModel> shown, ReaderCases cases, SharedResamples resamples) {
        return new ReadingResults(
                AidedComparison.of(answers, shown, cases, resamples),
                RepeatAgreement.of(answers, cases),
                PositionEffect.of(answers, cases));
    }
}
