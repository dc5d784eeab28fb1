package org.facies.model;

import java.util.Objects;

/**
 * What is known about the right to use a model file.
 *
 * @param stated the licence as the package or the user states it
 * @param origin who trained it on what, as far as that is stated
 * @param caution why the user must acknowledge it before use: a restriction, or an origin nobody states; empty when
 *     there is nothing to acknowledge
 */
public record Licence(String stated, String origin, String caution) {
    public Licence {
        Objects.requireNonNull(caution);
        if (stated.isBlank() || origin.isBlank()) {
            throw new IllegalArgumentException("licence and origin are said, even if only that they are unknown");
        }
    }

    /** Whether someone must agree before the file is used. */
    public boolean needsAcknowledgement() {
        return !caution.isEmpty();
    }
}
