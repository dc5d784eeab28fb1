package org.facies.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.file.AtomicFile;
import org.facies.file.FileRefusal;

/**
 * The public keys that a site trusts: the files {@code trust/<name>.pem} in FACIES_HOME.
 *
 * <pre>{@code
 * TrustedKeys trusted = new TrustedKeys(home);
 * trusted.add(Path.of("study-group.pem"));
 * Optional<TrustedKeys.Trusted> signer = trusted.signerOf(signature);
 * }</pre>
 */
public final class TrustedKeys {

    private static final String ENDING = ".pem";

    private final Path folder;

    /**
     * The keys in a folder.
     *
     * @param home FACIES_HOME; it may be absent
     */
    public TrustedKeys(Path home) {
        this.folder = home.resolve("trust");
    }

    /** The folder with the key files. */
    public Path folder() {
        return folder;
    }

    /**
     * A trusted key.
     *
     * @param name the name of the file that it was added from, without the extension
     */
    public record Trusted(String name, VerifyingKey key) {}

    /**
     * Adds a key. A key that is already trusted keeps its name.
     *
     * @throws org.facies.input.BadInput if the file is not a public key, or if nothing can be written
     */
    public Trusted add(Path pem) {
        VerifyingKey key = PemKeys.verifying(pem);
        return all().stream()
                .filter(known -> known.key().hint().equals(key.hint()))
                .findFirst()
                .orElseGet(() -> written(freeName(pem), key));
    }

    private Trusted written(String name, VerifyingKey key) {
        AtomicFile.write(folder.resolve(name + ENDING), key.pem().getBytes(StandardCharsets.US_ASCII));
        return new Trusted(name, key);
    }

    private String freeName(Path pem) {
        String file = pem.getFileName().toString();
        String wanted = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        String name = wanted;
        for (int next = 2; Files.exists(folder.resolve(name + ENDING)); next++) {
            name = wanted + "-" + next;
        }
        return name;
    }

    /**
     * All trusted keys, by name.
     *
     * @throws org.facies.input.BadInput if one cannot be read
     */
    public List<Trusted> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(TrustedKeys::read)
                    .toList();
        } catch (IOException unreadable) {
            throw FileRefusal.reading(folder, unreadable);
        }
    }

    private static Trusted read(Path pem) {
        String file = pem.getFileName().toString();
        return new Trusted(file.substring(0, file.length() - ENDING.length()), PemKeys.verifying(pem));
    }

    /**
     * The trusted key that made a signature; empty if none did.
     *
     * @throws org.facies.input.BadInput if the signature states a trusted key but was made by another one
     */
    public Optional<Trusted> signerOf(ModelSignature signature) {
        return all().stream().filter(trusted -> signature.isBy(trusted.key())).findFirst();
    }
}
