package org.facies.serve.store;

import java.time.Instant;

/**
 * A study as one file for one reader, as far as the server has to know it to take its answers back.
 *
 * @param id 32 hexadecimal digits
 * @param reader id
 * @param contentKey that answers are encrypted with, in a form that its maker chooses
 * @param payloadSha256 of what was packed
 * @param until when answers are no longer given
 */
public record StoredPack(
        String id, long reader, String contentKey, String payloadSha256, Instant made, Instant until) {}
