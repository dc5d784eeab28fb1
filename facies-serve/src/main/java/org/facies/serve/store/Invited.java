package org.facies.serve.store;

import java.util.OptionalLong;

/**
 * Whom a link is for.
 *
 * @param reader id; empty for the researcher
 */
public record Invited(OptionalLong reader) {
    public boolean isResearcher() {
        return reader.isEmpty();
    }
}
