package org.facies.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Photos of one child: the unit that a fold by subject never splits.
 *
 * @param photos at least one, in manifest order
 * @param attributes the manifest's other columns, in its column order; a subject has no entry for an empty cell
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
