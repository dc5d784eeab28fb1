package org.facies.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.facies.file.Sha256;
import org.facies.input.BadInput;

/**
 * A signature of all files of a model, stored in the file {@value #FILE}, after OpenSSF Model Signing 1.0. A Sigstore
 * bundle contains a DSSE envelope with an in-toto statement, which lists the files with their SHA-256. The statement is
 * signed with ECDSA on P-256, so that other verifiers of that specification accept it.
 *
 * <pre>{@code
 * byte[] file = ModelSignature.sign("noonan", hashes, PemKeys.signing(Path.of("key.pem")));
 * ModelSignature signature = ModelSignature.read("model.sig", file);
 * boolean good = signature.isBy(PemKeys.verifying(Path.of("public.pem")));
 * }</pre>
 */
public final class ModelSignature {

    /** The name of the file. It is not among the signed files. */
    public static final String FILE = "model.sig";

    static final String ALGORITHM = "SHA256withECDSA";

    private static final String BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
    private static final String PREDICATE_TYPE = "https://model_signing/signature/v1.0";
    private static final String REMEDY = "Get a new copy of the bundle from its author.";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String where;
    private final String hint;
    private final byte[] payload;
    private final byte[] signature;
    private final SortedMap<String, String> files;

    private ModelSignature(
            String where, String hint, byte[] payload, byte[] signature, SortedMap<String, String> files) {
        this.where = where;
        this.hint = hint;
        this.payload = payload;
        this.signature = signature;
        this.files = files;
    }

    /**
     * Signs a list of files.
     *
     * @param model its name
     * @param files SHA-256 by name
     * @return the content of {@value #FILE}; differs with each call, since ECDSA draws a random number
     */
    public static byte[] sign(String model, Map<String, String> files, SigningKey key) {
        byte[] payload = bytes(statement(model, new TreeMap<>(files)));
        return file(key.known().hint(), payload, signed(payload, key));
    }

    private static byte[] file(String hint, byte[] payload, byte[] signature) {
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("mediaType", BUNDLE_TYPE);
        ObjectNode material = bundle.putObject("verificationMaterial");
        material.putObject("publicKey").put("hint", hint);
        material.putArray("tlogEntries");
        ObjectNode envelope = bundle.putObject("dsseEnvelope");
        envelope.put("payload", Base64.getEncoder().encodeToString(payload));
        envelope.put("payloadType", PAYLOAD_TYPE);
        envelope.putArray("signatures")
                .addObject()
                .put("sig", Base64.getEncoder().encodeToString(signature))
                .put("keyid", "");
        return bytes(bundle);
    }

    private static ObjectNode statement(String model, SortedMap<String, String> files) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("_type", STATEMENT_TYPE);
        ObjectNode subject = statement.putArray("subject").addObject().put("name", model);
        subject.putObject("digest").put("sha256", ofAll(files));
        statement.put("predicateType", PREDICATE_TYPE);
        ObjectNode predicate = statement.putObject("predicate");
        ObjectNode serialization = predicate.putObject("serialization");
        serialization.put("method", "files").put("hash_type", "sha256").put("allow_symlinks", false);
        serialization.putArray("ignore_paths").add(FILE);
        files.forEach((name, hash) -> predicate
                .withArray("resources")
                .addObject()
                .put("name", name)
                .put("algorithm", "sha256")
                .put("digest", hash));
        return statement;
    }

    /** SHA-256 over the hashes as bytes, in the order of the names. */
    private static String ofAll(SortedMap<String, String> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.values().forEach(hash -> all.writeBytes(HexFormat.of().parseHex(hash)));
        return Sha256.of(all.toByteArray());
    }

    private static byte[] signed(byte[] payload, SigningKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.secret());
            signature.update(encoded(payload));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of P-256 can sign", impossible);
        }
    }

    /** The signed bytes: DSSE's pre-authentication encoding of type and payload. */
    private static byte[] encoded(byte[] payload) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        String head = "DSSEv1 " + PAYLOAD_TYPE.length() + " " + PAYLOAD_TYPE + " " + payload.length + " ";
        encoded.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        encoded.writeBytes(payload);
        return encoded.toByteArray();
    }

    private static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads a signature. Whether it is valid is checked by {@link #isBy}.
     *
     * @param where the file, for messages
     * @param content of the file
     * @throws BadInput if it is not a signature in this format
     */
    public static ModelSignature read(String where, byte[] content) {
        try {
            JsonNode bundle = JSON.readTree(content);
            JsonNode envelope = bundle.path("dsseEnvelope");
            require(where, text(bundle, "mediaType").equals(BUNDLE_TYPE), "is not a Sigstore bundle of version 0.3");
            require(where, text(envelope, "payloadType").equals(PAYLOAD_TYPE), "does not contain an in-toto statement");
            require(where, envelope.path("signatures").size() == 1, "does not contain exactly one signature");
            byte[] payload = decoded(text(envelope, "payload"));
            byte[] signature = decoded(text(envelope.path("signatures").path(0), "sig"));
            String hint = text(bundle.path("verificationMaterial").path("publicKey"), "hint");
            require(where, Arrays.equals(content, file(hint, payload, signature)), "was not written by Facies");
            return new ModelSignature(where, hint, payload, signature, files(where, JSON.readTree(payload)));
        } catch (IOException | IllegalArgumentException damaged) {
            throw bad(where, "is damaged");
        }
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static SortedMap<String, String> files(String where, JsonNode statement) {
        JsonNode predicate = statement.path("predicate");
        JsonNode serialization = predicate.path("serialization");
        require(where, text(statement, "_type").equals(STATEMENT_TYPE), "does not contain an in-toto statement");
        require(where, text(statement, "predicateType").equals(PREDICATE_TYPE), "is not a signature of a model");
        boolean byFiles = text(serialization, "method").equals("files")
                && text(serialization, "hash_type").equals("sha256");
        require(where, byFiles, "does not list files by their SHA-256");
        SortedMap<String, String> files = new TreeMap<>();
        for (JsonNode resource : predicate.path("resources")) {
            String before = files.put(text(resource, "name"), text(resource, "digest"));
            require(where, before == null, "lists a file twice");
        }
        String stated = text(statement.path("subject").path(0).path("digest"), "sha256");
        require(where, !files.isEmpty() && stated.equals(ofAll(files)), "contradicts itself");
        return files;
    }

    private static String text(JsonNode object, String key) {
        return Optional.of(object.path(key))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElseThrow(() -> new IllegalArgumentException("no text " + key));
    }

    private static void require(String where, boolean holds, String otherwise) {
        if (!holds) {
            throw bad(where, otherwise);
        }
    }

    private static BadInput bad(String where, String what) {
        return new BadInput(where, "", what, REMEDY);
    }

    /** The signing key as the file identifies it: {@link VerifyingKey#hint}. */
    public String hint() {
        return hint;
    }

    /** The signed files: SHA-256 by name. */
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }

    /**
     * Whether this key signed the list of files.
     *
     * @throws BadInput if the file states this key but the signature is by another one, or the other way round
     */
    public boolean isBy(VerifyingKey key) {
        boolean named = hint.equals(key.hint());
        boolean signed = isGood(key);
        require(where, named == signed, "was changed after the bundle was signed");
        return signed;
    }

    private boolean isGood(VerifyingKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key.key());
            check.update(encoded(payload));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
