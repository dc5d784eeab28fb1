package org.facies.serve.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;

/** Certificate and key of a server, from the PEM files of a certificate authority. */
final class PemFiles {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    /** Protects a key that never leaves the memory of this process. */
    private static final char[] IN_MEMORY = "in memory".toCharArray();

    private static final int DNS_NAME = 2;
    private static final int ADDRESS = 7;

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private PemFiles(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads both files.
     *
     * @throws BadInput if a file is not of the expected kind, the two do not belong together, or the certificate is not
     *     valid now
     */
    static PemFiles read(Path certificate, Path key, Instant now) {
        List<X509Certificate> chain = certificates(certificate);
        requireValid(certificate, chain.get(0), now);
        PrivateKey secret = privateKey(key);
        if (!belong(chain.get(0), secret)) {
            throw new BadInput(
                    key.toString(),
                    "",
                    "is not the key of the certificate " + certificate,
                    "Give the two files that were made together.");
        }
        return new PemFiles(chain, secret);
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (!found.isEmpty()) {
                return found.stream().map(X509Certificate.class::cast).toList();
            }
        } catch (CertificateException malformed) {
            // reported below
        }
        throw new BadInput(
                file.toString(),
                "",
                "is not a PEM file of certificates",
                "Give the certificate of the server, followed by those that signed it.");
    }

    private static void requireValid(Path file, X509Certificate certificate, Instant now) {
        boolean early = now.isBefore(certificate.getNotBefore().toInstant());
        if (early || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new BadInput(
                    file.toString(),
                    "",
                    early
                            ? "is valid only from " + certificate.getNotBefore().toInstant()
                            : "was valid until " + certificate.getNotAfter().toInstant(),
                    "Give a certificate that is valid now, or set the clock of this machine.");
        }
    }

    private static PrivateKey privateKey(Path file) {
        Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        return (pem.find() ? Optional.of(pem.group(1)) : Optional.<String>empty())
                .flatMap(PemFiles::decode)
                .orElseThrow(() -> new BadInput(
                        file.toString(),
                        "",
                        "is not a PEM file of a private key in PKCS#8 without a passphrase",
                        "Convert your key with: openssl pkcs8 -topk8 -nocrypt -in YOURS -out key.pem"));
    }

    private static Optional<PrivateKey> decode(String base64) {
        PKCS8EncodedKeySpec encoded =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        return Stream.of("RSA", "EC", "Ed25519")
                .flatMap(algorithm -> decode(algorithm, encoded).stream())
                .findFirst();
    }

    private static Optional<PrivateKey> decode(String algorithm, PKCS8EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException another) {
            return Optional.empty();
        }
    }

    private static boolean belong(X509Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        byte[] sample = algorithm.getBytes(StandardCharsets.UTF_8);
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(sample);
            byte[] signed = signer.sign();
            signer.initVerify(certificate.getPublicKey());
            signer.update(sample);
            return signer.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException refusal) {
            throw FileRefusal.reading(file, refusal);
        }
    }

    /** Names and addresses in the certificate, in its order. */
    List<String> hosts() {
        try {
            Collection<List<?>> names = chain.get(0).getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(ADDRESS))
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (CertificateException malformed) {
            return List.of();
        }
    }

    /** Certificate and key for the sockets of the server. */
    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("server", key, IN_MEMORY, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java platform has key stores in memory", impossible);
        }
    }

    static String password() {
        return new String(IN_MEMORY);
    }
}
