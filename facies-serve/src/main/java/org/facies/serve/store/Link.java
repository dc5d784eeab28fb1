package org.facies.serve.store;

import java.time.Instant;

/**
 * A new personal link. The token is known only now; afterwards there is its hash.
 *
 * @param token behind {@code /i/}
 * @param until when it ends
 */
public record Link(String token, Instant until) {}
