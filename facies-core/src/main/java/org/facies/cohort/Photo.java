package org.facies.cohort;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One photo file of a subject.
 *
 * @param path the path as written in the manifest; it identifies the photo in every file that Facies writes
 * @param file the place of the file
 * @param sha256 hash of the file's bytes, 64 lower-case hexadecimal digits
 */
public record Photo(String path, Path file, String sha256) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Photo {
        Objects.requireNonNull(file);
        if (path.isBlank()) {
            throw new IllegalArgumentException("a photo needs a path");
        }
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}
