package org.facies.cohort;

import java.nio.file.Path;
import java.util.Optional;

/** Checks that a file is a usable photo. Called from several threads. */
@FunctionalInterface
public interface PhotoProbe {

    /** The reason why the file cannot be used, for example {@code "is not a JPEG, PNG or WebP"}; empty if it can. */
    Optional<String> refusal(Path file);

    /** A probe that accepts every file, for work that needs only labels and bytes. */
    static PhotoProbe acceptAll() {
        return file -> Optional.empty();
    }
}
