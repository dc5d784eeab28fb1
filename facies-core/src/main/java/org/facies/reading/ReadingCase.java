package org.facies.reading;

import java.util.List;

/**
 * One child of a reader study.
 *
 * @param subject as in the manifest; never shown to a reader
 * @param truth the diagnosis as a choice: 0 is the first class of the design; never shown but as feedback of practice
 * @param photos as in the manifest, at least one, in the order in which they are shown
 * @param sha256 of the files of these photos, in the same order; empty where they are not known
 */
public record ReadingCase(String subject, int truth, List<String> photos, List<String> sha256) {
    public ReadingCase {
        photos = List.copyOf(photos);
        sha256 = List.copyOf(sha256);
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("a case has no photo");
        }
        if (!sha256.isEmpty() && sha256.size() != photos.size()) {
            throw new IllegalArgumentException(sha256.size() + " hashes of " + photos.size() + " photos");
        }
    }

    /** A case whose files nobody has looked at. */
    public ReadingCase(String subject, int truth, List<String> photos) {
        this(subject, truth, photos, List.of());
    }
}
