package org.facies.cohort;

import java.nio.file.Path;
import java.util.Optional;

/** Looks whether a file is a photo that can be used. Called from several threads. */
@FunctionalInterface
public interface PhotoProbe {

    /** Why the file cannot be used, for example {@code "is not a JPEG, PNG or WebP"}; empty when it can. */
    Optional<String> refusal(Path file);

    /** Accepts every file, for work that needs labels and bytes only. */
    static PhotoProbe acceptAll() {
        return file -> Optional.empty();
    }
}
