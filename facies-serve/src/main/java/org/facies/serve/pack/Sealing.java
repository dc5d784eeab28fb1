package org.facies.serve.pack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption with AES-256-GCM, and keys derived from passphrases by PBKDF2 with SHA-256, as in the script
 * {@code pack-crypto.js}.
 */
final class Sealing {
    /** Rounds of PBKDF2. */
    static final int ROUNDS = 600_000;

    static final int KEY_BYTES = 32;
    static final int SALT_BYTES = 16;
    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Sealing() {}

    static byte[] random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The key derived from a passphrase. */
    static byte[] key(Passphrase passphrase, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(passphrase.plain().toCharArray(), salt, ROUNDS, KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has PBKDF2", impossible);
        } finally {
            spec.clearPassword();
        }
    }

    /** @param bound text that the content is bound to: it opens with the same text only */
    static byte[] seal(byte[] key, byte[] nonce, String bound, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM takes any content", impossible);
        }
    }

    /** The content; empty if the key, the bound text or the content has changed. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, String bound, byte[] encrypted) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(encrypted));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
