package org.facies.result;

import java.util.List;
import java.util.Optional;
import org.facies.metric.JointComparison;
import org.facies.metric.ModelComparison;
import org.facies.metric.ModelComparisons;
import org.facies.reader.GroupComparison;
import org.facies.reader.ReaderComparison;
import org.facies.reader.ReaderComparisons;

/**
 * The tests of {@code metrics.json}. Those with readers are all present or all absent.
 *
 * @param mcnemar every pair of models at every level
 * @param cochranQ all models together at every level; empty for fewer than three
 * @param readersMcnemar every model against every reader
 * @param readersCochranQ all readers together
 * @param readersMrmc every model against the group of readers
 */
public record ComparisonResults(
        List<ModelComparison> mcnemar,
        List<JointComparison> cochranQ,
        Optional<List<ReaderComparison>> readersMcnemar,
        Optional<List<JointComparison>> readersCochranQ,
        Optional<List<GroupComparison>> readersMrmc) {

    public ComparisonResults {
        mcnemar = List.copyOf(mcnemar);
        cochranQ = List.copyOf(cochranQ);
        readersMcnemar = readersMcnemar.map(List::copyOf);
        readersCochranQ = readersCochranQ.map(List::copyOf);
        readersMrmc = readersMrmc.map(List::copyOf);
    }

    static ComparisonResults of(ModelComparisons models) {
        return new ComparisonResults(
                models.mcnemar(), models.cochranQ(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    ComparisonResults with(ReaderComparisons readers) {
        return new ComparisonResults(
                mcnemar,
                cochranQ,
                Optional.of(readers.mcnemar()),
                Optional.of(readers.cochranQ()),
                Optional.of(readers.mrmc()));
    }
}
