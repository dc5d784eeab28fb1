package org.facies.schema;

import java.util.List;

/**
 * A group of keys that belong together, or the words of a closed choice.
 *
 * @param type the record, or the enum
 * @param paths its paths in the file, in the file's order; empty for the file itself and for an enum
 * @param meaning of the group; may be unknown
 * @param keys in the order of the file; for an enum its words
 */
public record GroupReference(Class<?> type, List<String> paths, Meaning meaning, List<KeyReference> keys) {
    public GroupReference {
        paths = List.copyOf(paths);
        keys = List.copyOf(keys);
    }

    /** The name of the type without its package, unique in a package: {@code Abstention.Target}. */
    public String name() {
        return Meanings.name(type);
    }
}
