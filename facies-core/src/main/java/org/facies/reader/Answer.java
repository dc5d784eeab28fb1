package org.facies.reader;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a reader said of one case.
 *
 * @param caseId photo or subject
 * @param diagnosis the class that the reader chose
 * @param confidence how sure the reader is of it, from 0 to 1
 * @param seconds how long it took, above 0
 */
public record Answer(String caseId, String diagnosis, OptionalDouble confidence, OptionalDouble seconds) {

    public Answer {
        Objects.requireNonNull(caseId);
        Objects.requireNonNull(diagnosis);
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("confidence is not from 0 to 1: " + confidence);
        }
    }
}
