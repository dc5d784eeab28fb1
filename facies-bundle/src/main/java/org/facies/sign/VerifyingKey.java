package org.facies.sign;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import org.facies.file.Sha256;

/**
 * A public key of the curve P-256.
 *
 * @param key encoded as X.509 SubjectPublicKeyInfo
 */
public record VerifyingKey(PublicKey key) {

    private static final int LINE = 64;

    /** The key in PEM format, with a line break at the end. */
    public String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** The identifier of the key in signatures: SHA-256 of {@link #pem}, in hexadecimal digits. */
    public String hint() {
        return Sha256.of(pem());
    }
}
