package org.facies.reader;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.Share;

/**
 * Intra-reader agreement on cases that were shown twice.
 *
 * @param readers who saw cases twice, in the order of the file
 * @param perReader by name
 */
public record RepeatAgreement(List<String> readers, Map<String, OfReader> perReader) {
    private static final String LARGE_SAMPLE = "large-sample";
    private static final String NONE_TWICE = "there is no case for which the reader named a class both times";

    public RepeatAgreement {
        readers = List.copyOf(readers);
        perReader = Collections.unmodifiableMap(new LinkedHashMap<>(perReader));
    }

    /**
     * One reader.
     *
     * @param shown number of cases that the reader answered twice without the model
     * @param n number of these cases for which the reader named a class both times
     * @param same number of these cases with the same class both times
     * @param agreement {@code same / n}, with a Wilson interval
     * @param cohenKappa of the two answers
     */
    public record OfReader(long shown, long n, long same, Estimate agreement, Estimate cohenKappa) {

        static OfReader of(Reader reader, List<String> classes) {
            List<Answer> repeats = reader.further().repeats();
            AnswerPairs pairs = new AnswerPairs(reader.answers(), repeats);
            ReaderAgreement.Pair kappa = ReaderAgreement.Pair.of(
                    reader.name(), reader.name(), pairs.size(), pairs.kappa(classes), NONE_TWICE);
            return new OfReader(
                    repeats.size(),
                    pairs.size(),
                    pairs.same(),
                    Share.of(pairs.same(), pairs.size(), NONE_TWICE),
                    new Estimate(kappa.value(), kappa.interval(), LARGE_SAMPLE, kappa.reason()));
        }
    }

    /** The agreement; empty if no case was shown twice. */
    static Optional<RepeatAgreement> of(ReaderAnswers answers, ReaderCases cases) {
        Map<String, OfReader> perReader = new LinkedHashMap<>();
        answers.readers().stream()
                .filter(reader -> !reader.further().repeats().isEmpty())
                .forEach(reader -> perReader.put(reader.name(), OfReader.of(reader, cases.classes())));
        return perReader.isEmpty()
                ? Optional.empty()
                : Optional.of(new RepeatAgreement(List.copyOf(perReader.keySet()), perReader));
    }
}
