package org.facies.serve.store;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.facies.file.Sha256;

/** Secrets in links and cookies: 128 random bits as 32 hexadecimal digits. Only their hashes are stored. */
final class Token {
    private static final int BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{32}");

    private Token() {}

    static String random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** A key for {@link #keyed}. */
    static String key(SecureRandom random) {
        byte[] bits = new byte[KEY_BYTES];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** The stored hash of a token. A token cannot be guessed, so a plain hash is enough. */
    static String hash(String token) {
        return Sha256.of(token);
    }

    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** A token derived from a text; without the key it can be neither made nor read. */
    static String keyed(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
