package org.facies.sign;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import org.facies.file.Sha256;

/**
 * A public key of the curve P-256.
 *
 * @param key in the encoding X.509 (SubjectPublicKeyInfo)
 */
public record VerifyingKey(PublicKey key) {

    private static final int LINE = 64;

    /** The key as a PEM file holds it, with a line break at the end. */
    public String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    /** What names the key in signatures: SHA-256 of {@link #pem}, in hexadecimal digits. */
    public String hint() {
        return Sha256.of(pem());
    }
}
