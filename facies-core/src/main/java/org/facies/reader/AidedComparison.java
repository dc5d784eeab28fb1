package org.facies.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.metric.Level;
import org.facies.metric.SharedResamples;

/**
 * Readers with a model against the same readers without it: each gave an answer, saw the model's, and answered again.
 *
 * @param level what a reader saw as one case
 * @param readers in the order of the file
 * @param n cases that all of these readers answered both ways
 * @param tests with the model less without it, readers and cases both standing for others; empty for a single reader
 * @param perReader by name
 */
public record AidedComparison(
        List<String> readers, Level level, int n, List<AidedTest> tests, Map<String, AidedReader> perReader) {

    public AidedComparison {
        readers = List.copyOf(readers);
        tests = List.copyOf(tests);
        perReader = Collections.unmodifiableMap(new LinkedHashMap<>(perReader));
    }

    /**
     * Compares the readers who answered both ways; empty where none did.
     *
     * @param shown the model, if it is known
     */
    static Optional<AidedComparison> of(
            ReaderAnswers answers, Optional<AdvisingModel> shown, ReaderCases cases, SharedResamples resamples) {
        List<AidedPairs> readers = new ArrayList<>();
        answers.readers().forEach(reader -> AidedPairs.of(reader).ifPresent(readers::add));
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        Set<String> common = new HashSet<>(readers.get(0).cases());
        readers.forEach(pairs -> common.retainAll(pairs.cases()));
        Map<String, AidedReader> perReader = new LinkedHashMap<>();
        readers.forEach(pairs -> perReader.put(pairs.name(), AidedReader.of(pairs, shown, cases, resamples)));
        return Optional.of(new AidedComparison(
                List.copyOf(perReader.keySet()),
                cases.level(),
                common.size(),
                AidedTest.all(readers, common, cases),
                perReader));
    }
}
