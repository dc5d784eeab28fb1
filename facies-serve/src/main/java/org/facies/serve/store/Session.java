package org.facies.serve.store;

import java.util.OptionalLong;

/**
 * A session of a person in a browser.
 *
 * @param key identifies the session without revealing its token
 * @param reader id; empty for the researcher
 * @param csrf the token in the forms of this session
 */
public record Session(String key, OptionalLong reader, String csrf) {
    public boolean isResearcher() {
        return reader.isEmpty();
    }
}
