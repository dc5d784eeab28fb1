package org.facies.serve.store;

import java.util.OptionalLong;

/**
 * Someone at a browser.
 *
 * @param key names the session without giving it away
 * @param reader id; empty for the researcher
 * @param csrf what forms of this session carry
 */
public record Session(String key, OptionalLong reader, String csrf) {
    public boolean isResearcher() {
        return reader.isEmpty();
    }
}
