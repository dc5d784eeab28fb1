package org.facies.serve.store;

import java.time.Instant;

/**
 * The data of a pack that the server needs to import its answers.
 *
 * @param id 32 hexadecimal digits
 * @param reader id
 * @param contentKey key with which answers are encrypted, in a format that the maker of packs chooses
 * @param payloadSha256 SHA-256 of the packed content
 * @param until end of the time for answers
 */
public record StoredPack(
        String id, long reader, String contentKey, String payloadSha256, Instant made, Instant until) {}
