package org.facies.serve.pack;

import java.util.Base64;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;

/**
 * What a pack's script needs to open it. Nothing in it is secret.
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

    /** What the payload is bound to: whoever changes one of them cannot open it. */
    static String bound(String pack, String reader, String expires) {
        return String.join("\n", pack, reader, expires);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
