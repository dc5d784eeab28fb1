package org.facies.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A child with its photos. Folds by subject never split it.
 *
 * @param photos at least one, in manifest order
 * @param attributes the manifest's other columns, in its column order, without those whose cell is empty
 */
public record Subject(String id, String diagnosis, List<Photo> photos, Map<String, String> attributes) {

    public Subject {
        Objects.requireNonNull(id);
        Objects.requireNonNull(diagnosis);
        photos = List.copyOf(photos);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("subject " + id + " has no photo");
        }
    }
}
