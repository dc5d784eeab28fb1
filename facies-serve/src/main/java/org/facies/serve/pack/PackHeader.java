package org.facies.serve.pack;

import java.util.Base64;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * The values that the script of a pack needs to open it. None of them is secret.
 *
 * @param pack 32 hexadecimal digits
 * @param reader the short name
 * @param expires an instant
 * @param rounds of PBKDF2
 * @param salt of PBKDF2, in base64 as all that follows
 * @param keyNonce that the content key was wrapped with
 * @param wrappedKey the content key, encrypted with the key that the passphrase gives
 * @param payloadSha256 hexadecimal
 */
record PackHeader(
        String pack,
        String reader,
        String expires,
        int rounds,
        String salt,
        String keyNonce,
        String wrappedKey,
        String payloadNonce,
        String payloadSha256) {
    private static final RecordFormat<PackHeader> FORMAT = RecordFormat.of(PackHeader.class, Undefined.REFUSED);

    String json() {
        return FORMAT.write(this).toString();
    }

    /** The text that the payload is bound to: after any change of it, the payload cannot be opened. */
    static String bound(String pack, String reader, String expires) {
        return String.join("\n", pack, reader, expires);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
