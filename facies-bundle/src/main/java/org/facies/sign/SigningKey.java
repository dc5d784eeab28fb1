package org.facies.sign;

import java.security.PrivateKey;

/**
 * A key pair for signing.
 *
 * @param secret of the curve P-256
 * @param known the public half
 */
public record SigningKey(PrivateKey secret, VerifyingKey known) {

    /** A text without the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + known.hint() + "]";
    }
}
