package org.facies.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The answer of a reader to one case.
 *
 * @param caseId id of the photo or the subject
 * @param diagnosis the class that the reader chose; empty for "cannot say"
 * @param confidence in the chosen class, from 0 to 1
 * @param seconds time taken, above 0
 * @param place position in the session; empty if unknown
 * @param probabilities of each class from the reader, in class order, summing to 1; empty if not given
 */
public record Answer(
        String caseId,
        String diagnosis,
        OptionalDouble confidence,
        OptionalDouble seconds,
        Optional<Place> place,
        List<Double> probabilities) {

    /**
     * The position of an answer in the session of a reader.
     *
     * @param position of the case among all presentations to the reader, from 1, including practice
     * @param block between two breaks, from 1; 0 if unknown
     */
    public record Place(int position, int block) {}

    /** An answer without a known position. */
    public Answer(String caseId, String diagnosis, OptionalDouble confidence, OptionalDouble seconds) {
        this(caseId, diagnosis, confidence, seconds, Optional.empty(), List.of());
    }

    public Answer {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(diagnosis);
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("confidence is not from 0 to 1: " + confidence);
        }
        probabilities = List.copyOf(probabilities);
    }

    /** Whether the reader chose a class instead of "cannot say". */
    public boolean isGiven() {
        return !diagnosis.isEmpty();
    }

    /**
     * Whether class probabilities follow from the answer: from probabilities, from a confidence, or from "cannot say".
     */
    boolean isWeighed() {
        return confidence.isPresent() || !probabilities.isEmpty() || !isGiven();
    }
}
