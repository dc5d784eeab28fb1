package org.facies.serve.store;

import java.util.OptionalLong;

/**
 * The person that a link is for.
 *
 * @param reader id; empty for the researcher
 */
public record Invited(OptionalLong reader) {
    public boolean isResearcher() {
        return reader.isEmpty();
    }
}
