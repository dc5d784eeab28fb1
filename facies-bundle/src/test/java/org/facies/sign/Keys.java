package org.facies.sign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Keys that only tests use. They were made with {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}:
 * the JDK writes private keys without their public half.
 */
public final class Keys {

    /** The two keys' PKCS#8 encodings. */
    private static final String[] SECRETS = {
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgd14Zew/cBBsQFO2TJEKZNuiUQjOGH8+1Ht1CZUqGtpOh"
                + "RANCAASsh0eeNcGsfxYuRcQvXsg3jPmOi9wpl5bESZ7sUrarJ2615hk5NC/sh5ndrqDtBPsqZDmum5AsCRZrhyUmnNmh",
        "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRsOJRZRXcy5fnXKMfToq12L5Y7CwLVKI+wxjtYsFYjGh"
                + "RANCAAR9CcLUHSl0aEF5ef1/PGiWffIub8M/7tDIvGFzYTbFk5rXvR7L5SVljgTwuqJVhpOIf9b7DnjQH4wDo7GABvg3"
    };

    private Keys() {}

    /** Writes one of two private keys. */
    public static Path secret(Path folder, int number) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8(number))
                + "\n-----END PRIVATE KEY-----\n";
        return write(folder.resolve("secret-" + number + ".pem"), pem);
    }

    static byte[] pkcs8(int number) {
        return Base64.getDecoder().decode(SECRETS[number]);
    }

    /** Writes the public half of one of them. */
    public static Path known(Path folder, int number) {
        return write(
                folder.resolve("public-" + number + ".pem"),
                PemKeys.signing(secret(folder, number)).known().pem());
    }

    /** Writes a text. */
    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
