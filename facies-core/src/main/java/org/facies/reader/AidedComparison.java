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
 * Comparison of readers with a model and the same readers without it. Each reader gave a first answer, saw the model's
 * answer, and answered again.
 *
 * @param level whether a case is a photo or a subject
 * @param readers in the order of the file
 * @param n number of cases that all of these readers answered without and with the model
 * @param tests of the difference with minus without the model, with random readers and random cases; empty for a
 *     single reader
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
     * Compares the readers who answered without and with the model; empty if there are none.
     *
     * @param shown the model whose answers were shown, if it is known
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
