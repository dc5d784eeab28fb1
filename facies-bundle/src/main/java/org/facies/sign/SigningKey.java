package org.facies.sign;

import java.security.PrivateKey;

/**
 * A key pair that signs.
 *
 * @param secret of the curve P-256
 * @param known the public half
 */
public record SigningKey(PrivateKey secret, VerifyingKey known) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + known.hint() + "]";
    }
}
