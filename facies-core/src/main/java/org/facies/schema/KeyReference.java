package org.facies.schema;

import java.util.List;

/**
 * A key of a group, for people.
 *
 * @param key as it is written in the file; a name that differs from file to file is in angle brackets, and {@code []}
 *     marks a list: {@code per_class.<class>}, {@code folds[]}
 * @param type type of the value: {@code number or null}
 * @param links records and enums in the type, which have their own tables
 * @param isRequired whether the key is always there
 * @param meaning its meaning
 */
public record KeyReference(String key, String type, List<Class<?>> links, boolean isRequired, Meaning meaning) {
    public KeyReference {
        links = List.copyOf(links);
    }
}
