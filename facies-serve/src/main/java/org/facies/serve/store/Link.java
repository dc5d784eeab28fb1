package org.facies.serve.store;

import java.time.Instant;

/**
 * A new personal link. The token is available only now; later only its hash exists.
 *
 * @param token the part of the address after {@code /i/}
 * @param until the time at which it ends
 */
public record Link(String token, Instant until) {}
