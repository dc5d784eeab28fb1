package org.facies.cohort;

import java.util.List;
import java.util.Objects;

/**
 * A person in pretraining: a name for photos of the same face, without any information about health.
 *
 * @param id the name of the folder, or the subject in the manifest
 * @param photos at least one, in the order of the collection, no two with the same bytes
 */
public record Identity(String id, List<Photo> photos) {
    public Identity {
        Objects.requireNonNull(id);
        photos = List.copyOf(photos);
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("an identity has no photo");
        }
    }
}
