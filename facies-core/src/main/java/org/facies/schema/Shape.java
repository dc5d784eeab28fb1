package org.facies.schema;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Structure of a value in a file. */
sealed interface Shape {

    /** A text. */
    record Text() implements Shape {}

    /** A whole number that fits the type: {@code int}, {@code long} or a wrapper of them. */
    record Whole(Class<?> type) implements Shape {}

    /** A number; null where it is undefined (NaN). */
    record Real() implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /**
     * One of the constants of an enum, by its word in files.
     *
     * @param addedLater words that files of earlier versions lack
     */
    record Word(Map<String, Object> constants, Set<String> addedLater) implements Shape {

        /** The words that every map from the constants has, in files of any version. */
        List<String> always() {
            return constants.keySet().stream()
                    .filter(word -> !addedLater.contains(word))
                    .toList();
        }
    }

    /** Values of one shape, in order; an array where {@code array} is set. */
    record Sequence(Shape element, Optional<Class<?>> array) implements Shape {}

    /**
     * Values of one shape by names. Keys are texts, or the constants of an enum.
     *
     * @param isTotal whether each constant is required as a key
     */
    record Dictionary(Optional<Word> keys, Optional<Class<?>> keyType, Shape value, boolean isTotal) implements Shape {}

    /** A record. */
    record Fields(Class<?> type, List<Field> fields) implements Shape {}

    /** A type with a form of its own. */
    record Custom(Class<?> type, Form<Object> form) implements Shape {}

    /** Anything. */
    record Free() implements Shape {}

    /** Whether a key may be absent, and what its absence means. */
    enum Presence {
        /** Absence is an error. */
        REQUIRED,
        /** Absent where the {@link Optional} is empty. */
        OPTIONAL,
        /** Absent where the text, list or map is empty. */
        OMIT_EMPTY,
        /** Its keys are written among those of the record. */
        INLINE
    }

    /** A component of a record. */
    record Field(String key, RecordComponent component, Shape shape, Presence presence) {}
}
