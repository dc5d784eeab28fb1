package org.facies.sign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/** Reads keys from PEM files as {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256} writes them. */
public final class PemKeys {

    private static final int MOST_BYTES = 1 << 16;
    private static final int CURVE_BITS = 256;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** The bytes before the point in the X.509 encoding of a public key of P-256. */
    private static final byte[] X509_HEAD =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    /** The bytes before the point in a private key of P-256: context tag 1, a bit string of 65 bytes, uncompressed. */
    private static final byte[] POINT_HEAD = HexFormat.of().parseHex("a14403420004");

    private static final int POINT_BYTES = 65;

    private static final String MAKE_ONE =
            "Make a key with \"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem\".";
    private static final String PUBLISH_IT =
            "Write the public half of a key with \"openssl pkey -in key.pem -pubout -out"
                    + " public.pem\", and use that file.";

    private PemKeys() {}

    /**
     * Reads a private key with its public half.
     *
     * @throws BadInput if the file is not such a key
     */
    public static SigningKey signing(Path pem) {
        byte[] encoded = block(pem, "PRIVATE KEY", MAKE_ONE);
        try {
            PrivateKey secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            requireCurve(pem, secret, MAKE_ONE);
            VerifyingKey known = new VerifyingKey(publicHalf(encoded)
                    .orElseThrow(() -> bad(pem, "contains a private key without its public half", MAKE_ONE)));
            requirePair(pem, secret, known);
            return new SigningKey(secret, known);
        } catch (GeneralSecurityException unusable) {
            throw bad(pem, "is not a private key of the curve P-256", MAKE_ONE);
        }
    }

    /**
     * Reads a public key.
     *
     * @throws BadInput if the file is not such a key
     */
    public static VerifyingKey verifying(Path pem) {
        byte[] encoded = block(pem, "PUBLIC KEY", PUBLISH_IT);
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            requireCurve(pem, key, PUBLISH_IT);
            return new VerifyingKey(key);
        } catch (GeneralSecurityException unusable) {
            throw bad(pem, "is not a public key of the curve P-256", PUBLISH_IT);
        }
    }

    private static byte[] block(Path pem, String kind, String remedy) {
        String text;
        try {
            if (Files.size(pem) > MOST_BYTES) {
                throw bad(pem, "is too large for a key", remedy);
            }
            text = Files.readString(pem);
        } catch (CharacterCodingException binary) {
            throw bad(pem, "is not a PEM file", remedy);
        } catch (IOException unreadable) {
            throw FileRefusal.reading(pem, unreadable);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw bad(pem, "is not a PEM file", remedy);
        }
        if (!block.group(1).equals(kind)) {
            String found = "contains a block \"" + block.group(1) + "\" instead of \"" + kind + "\"";
            throw bad(pem, found, remedy);
        }
        try {
            return Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException damaged) {
            throw bad(pem, "is a damaged PEM file", remedy);
        }
    }

    private static void requireCurve(Path pem, Object key, String remedy) {
        boolean fits =
                key instanceof ECKey curve && curve.getParams().getOrder().bitLength() == CURVE_BITS;
        if (!fits) {
            throw bad(pem, "is not a key of the curve P-256", remedy);
        }
    }

    private static Optional<PublicKey> publicHalf(byte[] pkcs8) throws GeneralSecurityException {
        int start = pkcs8.length - POINT_BYTES - POINT_HEAD.length + 1;
        if (start < 0 || !Arrays.equals(POINT_HEAD, Arrays.copyOfRange(pkcs8, start, start + POINT_HEAD.length))) {
            return Optional.empty();
        }
        byte[] x509 = ByteBuffer.allocate(X509_HEAD.length + POINT_BYTES)
                .put(X509_HEAD)
                .put(pkcs8, pkcs8.length - POINT_BYTES, POINT_BYTES)
                .array();
        return Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(x509)));
    }

    /** Checks that both halves belong together; the file could contain the public half of another key. */
    private static void requirePair(Path pem, PrivateKey secret, VerifyingKey known) throws GeneralSecurityException {
        byte[] probe = known.pem().getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(ModelSignature.ALGORITHM);
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(known.key());
        signature.update(probe);
        if (!signature.verify(signed)) {
            throw bad(pem, "contains a private and a public key that do not belong together", MAKE_ONE);
        }
    }

    private static BadInput bad(Path pem, String what, String remedy) {
        return new BadInput(pem.toString(), "", what, remedy);
    }
}
