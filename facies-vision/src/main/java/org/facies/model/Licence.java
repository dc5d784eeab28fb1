package org.facies.model;

import java.util.Objects;

/**
 * What is known about the terms of use of a model file.
 *
 * @param stated the licence as the package or the user states it
 * @param origin who trained it on which data, as far as stated
 * @param caution why the user must accept the terms before use, such as a restriction or an unknown origin; empty if
 *     there is nothing to accept
 */
public record Licence(String stated, String origin, String caution) {
    public Licence {
        Objects.requireNonNull(caution);
        if (stated.isBlank() || origin.isBlank()) {
            throw new IllegalArgumentException("licence and origin must be stated, if only as unknown");
        }
    }

    /** Whether the user must accept the terms before the file is used. */
    public boolean needsAcknowledgement() {
        return !caution.isEmpty();
    }
}
