package org.facies.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a reader said of one case.
 *
 * @param caseId photo or subject
 * @param diagnosis the class that the reader chose; empty where the reader could not say
 * @param confidence how sure the reader is of it, from 0 to 1
 * @param seconds how long it took, above 0
 * @param place when it was given; empty where that is not known
 * @param probabilities of each class by the reader, in class order, summing to 1; empty where they were not given
 */
public record Answer(
        String caseId,
        String diagnosis,
        OptionalDouble confidence,
        OptionalDouble seconds,
        Optional<Place> place,
        List<Double> probabilities) {

    /**
     * When a reader gave an answer.
     *
     * @param position of the case among all that the reader was shown, from 1; practice cases count
     * @param block between two breaks, from 1; 0 where it is not known
     */
    public record Place(int position, int block) {}

    /** An answer of which it is not known when it was given. */
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

    /** Whether the reader named a class; otherwise the reader could not say. */
    public boolean isGiven() {
        return !diagnosis.isEmpty();
    }

    /** Whether it says how probable each class is: by probabilities, by a confidence, or because none was named. */
    boolean isWeighed() {
        return confidence.isPresent() || !probabilities.isEmpty() || !isGiven();
    }
}
