package org.facies.schema;

import java.util.List;

/**
 * A key of a group, for people.
 *
 * @param key as it stands in the file; what differs from file to file is in angle brackets, and {@code []} marks a
 *     list: {@code per_class.<class>}, {@code folds[]}
 * @param type what stands behind the key: {@code number or null}
 * @param links records and enums that the type names, described by themselves
 * @param isRequired whether the key is always there
 * @param meaning what it means
 */
public record KeyReference(String key, String type, List<Class<?>> links, boolean isRequired, Meaning meaning) {
    public KeyReference {
        links = List.copyOf(links);
    }
}
