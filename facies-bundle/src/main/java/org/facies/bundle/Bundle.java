package org.facies.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.facies.sign.ModelSignature;
import org.facies.sign.SigningKey;
import org.facies.sign.TrustedKeys;

/**
 * A trained model in one file {@code NAME.facies}, or in a folder with the same content. Opening a bundle checks every
 * file against the hashes in {@code bundle.json}, and against the signature if there is one.
 *
 * <pre>{@code
 * Bundle bundle = Bundle.open(Path.of("noonan.facies"));
 * Decision decision = bundle.file().decision();
 * }</pre>
 */
public final class Bundle {

    /** Name of the file that describes the bundle. */
    public static final String JSON = "bundle.json";

    /** Name of the model card, for people. */
    public static final String CARD = CardText.FILE;

    private static final String NO_DIGEST = "0".repeat(64);
    private static final String REMEDY = "Get a new copy of the bundle from its author.";
    private static final RecordFormat<BundleFile> FORMAT =
            RecordFormat.of(BundleFile.class, Undefined.AS_NULL, BundleRules::defects);

    private final BundleFile file;
    private final Map<String, byte[]> contents;
    private final Optional<ModelSignature> signature;

    private Bundle(BundleFile file, Map<String, byte[]> contents, Optional<ModelSignature> signature) {
        this.file = file;
        this.contents = contents;
        this.signature = signature;
    }

    /**
     * Opens a bundle.
     *
     * @param place a file or a folder
     * @throws BadInput if it is not a bundle, or naming every file that was changed, added or removed
     */
    public static Bundle open(Path place) {
        boolean isFolder = Files.isDirectory(place);
        Map<String, byte[]> contents = isFolder ? folder(place) : StoredZip.read(place);
        byte[] json = contents.get(JSON);
        if (json == null) {
            throw bad(place.toString(), "is not a bundle: it contains no " + JSON);
        }
        BundleFile file = parsed(place, json);
        requireDigest(place, json, file.digest());
        SortedMap<String, String> hashes = hashes(contents);
        requireHashes(place, file.files(), hashes);
        if (!isFolder) {
            StoredZip.requireNothingElse(place, contents);
        }
        Optional<ModelSignature> signature = Optional.ofNullable(contents.get(ModelSignature.FILE))
                .map(content -> ModelSignature.read(within(place, ModelSignature.FILE), content));
        signature.ifPresent(signed -> requireSigned(place, signed.files(), hashes));
        return new Bundle(file, contents, signature);
    }

    private static Map<String, byte[]> folder(Path folder) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                StoredZip.requireName(folder, name);
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw bad(within(folder, name), "is not a regular file; a bundle contains only regular files");
                }
                contents.put(name, Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw FileRefusal.reading(folder, unreadable);
        }
        return contents;
    }

    private static BundleFile parsed(Path place, byte[] json) {
        String where = within(place, JSON);
        JsonNode tree = JsonFile.parse(json, where, REMEDY);
        int format = tree.path("format").asInt(-1);
        if (format > BundleFile.FORMAT) {
            throw new BadInput(
                    where, "", "was written by a newer version of Facies (format " + format + ")", "Update Facies.");
        }
        return FORMAT.read(tree, where, REMEDY);
    }

    private static void requireDigest(Path place, byte[] json, String digest) {
        if (!digestOf(json, digest).equals(digest)) {
            throw bad(within(place, JSON), "was changed after the bundle was made");
        }
    }

    /** SHA-256 of the text with the digest replaced by zeros. */
    private static String digestOf(byte[] json, String digest) {
        return Sha256.of(new String(json, StandardCharsets.UTF_8).replace(digest, NO_DIGEST));
    }

    /** @param present hashes of all files except the signature */
    private static void requireHashes(Path place, Map<String, String> stated, Map<String, String> present) {
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, String> one : stated.entrySet()) {
            String hash = present.get(one.getKey());
            if (hash == null) {
                problems.add(problem(place, one.getKey(), "is missing"));
            } else if (!hash.equals(one.getValue())) {
                problems.add(problem(place, one.getKey(), "was changed after the bundle was made"));
            }
        }
        present.keySet().stream()
                .filter(name -> !stated.containsKey(name) && !name.equals(JSON))
                .forEach(name -> problems.add(problem(place, name, "was added after the bundle was made")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private static void requireSigned(Path place, Map<String, String> signed, Map<String, String> present) {
        List<Problem> problems = new ArrayList<>();
        present.forEach((name, hash) -> {
            if (!hash.equals(signed.get(name))) {
                problems.add(problem(place, name, "is not the file that was signed"));
            }
        });
        signed.keySet().stream()
                .filter(name -> !present.containsKey(name))
                .forEach(name -> problems.add(problem(place, name, "is listed in the signature but missing")));
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /** SHA-256 by name of all files except the signature. */
    private static SortedMap<String, String> hashes(Map<String, byte[]> contents) {
        SortedMap<String, String> hashes = new TreeMap<>();
        contents.forEach((name, content) -> {
            if (!name.equals(ModelSignature.FILE)) {
                hashes.put(name, Sha256.of(content));
            }
        });
        return hashes;
    }

    private static Problem problem(Path place, String name, String what) {
        return new Problem(within(place, name), "", what, REMEDY);
    }

    private static String within(Path place, String name) {
        return place + ", " + name;
    }

    private static BadInput bad(String where, String what) {
        return new BadInput(where, "", what, REMEDY);
    }

    /**
     * Makes a bundle.
     *
     * @param file its hashes and digest are replaced
     * @param parts the other files by name
     * @param key the signing key; empty for an unsigned bundle
     */
    static Bundle of(BundleFile file, Map<String, byte[]> parts, Optional<SigningKey> key) {
        SortedMap<String, String> hashes = hashes(parts);
        String blank = text(file.with(hashes, NO_DIGEST));
        BundleFile finished = file.with(hashes, Sha256.of(blank));
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put(JSON, text(finished).getBytes(StandardCharsets.UTF_8));
        contents.putAll(new TreeMap<>(parts));
        hashes.put(JSON, Sha256.of(contents.get(JSON)));
        Optional<ModelSignature> signature = key.map(signer -> {
            byte[] signed = ModelSignature.sign(file.name(), hashes, signer);
            contents.put(ModelSignature.FILE, signed);
            return ModelSignature.read(ModelSignature.FILE, signed);
        });
        return new Bundle(finished, contents, signature);
    }

    /**
     * Makes a bundle and adds its model card and its bill of materials.
     *
     * @param file its hashes and digest are replaced
     * @param networks by name
     * @param key the signing key; empty for an unsigned bundle
     */
    static Bundle described(BundleFile file, Map<String, byte[]> networks, Optional<SigningKey> key) {
        Map<String, byte[]> parts = new TreeMap<>(networks);
        parts.put(CardText.FILE, new CardText(file).text().getBytes(StandardCharsets.UTF_8));
        parts.put(Sbom.FILE, Sbom.of(file, new TreeMap<>(parts)));
        return of(file, parts, key);
    }

    private static String text(BundleFile file) {
        return JsonFile.text(FORMAT.write(file));
    }

    /** The content of {@code bundle.json}. */
    public BundleFile file() {
        return file;
    }

    /**
     * The content of a file. The array is shared, not copied, because networks are large.
     *
     * @throws IllegalArgumentException if there is no file of this name
     */
    public byte[] content(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return content;
    }

    /** The signature; empty for an unsigned bundle. */
    public Optional<ModelSignature> signature() {
        return signature;
    }

    /** A sentence about the signature, for the user. */
    public String signedBy(TrustedKeys trusted) {
        if (signature.isEmpty()) {
            return "The bundle is not signed, so its author cannot be verified.";
        }
        return trusted.signerOf(signature.get())
                .map(signer -> "The bundle is signed with the trusted key \"" + signer.name() + "\".")
                .orElse("The bundle is signed with a key that is not trusted here. To trust the key of its author:"
                        + " facies trust add KEY.pem");
    }

    /** Writes the bundle as one file. The same bundle gives the same bytes. */
    public void write(Path target) {
        AtomicFile.write(target, out -> StoredZip.write(contents, out));
    }

    /** Files by name, without the signature. */
    Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new TreeMap<>(contents);
        parts.remove(JSON);
        parts.remove(ModelSignature.FILE);
        return Collections.unmodifiableMap(parts);
    }
}
