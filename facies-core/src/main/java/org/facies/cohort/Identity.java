package org.facies.cohort;

import java.util.List;
import java.util.Objects;

/**
 * A person, as pretraining takes them: a name for what is the same face, and nothing about their health.
 *
 * @param id as the folder or the manifest names them
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
