package org.facies.reading;

import java.util.List;

/**
 * One child of a reader study.
 *
 * @param subject as in the manifest; never shown to a reader
 * @param truth class number of the diagnosis, in the order of the design from 0; shown only as feedback in practice
 * @param photos paths as in the manifest, at least one, in display order
 * @param sha256 of the photo files, in the same order; empty if unknown
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

    /** A case without the hashes of its files. */
    public ReadingCase(String subject, int truth, List<String> photos) {
        this(subject, truth, photos, List.of());
    }
}
