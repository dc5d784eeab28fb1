package org.facies.model.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that a pickle of weights can build. */
sealed interface PickleValue {

    record Text(String text) implements PickleValue {}

    record Whole(long number) implements PickleValue {}

    record Tuple(List<PickleValue> items) implements PickleValue {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /**
     * A dictionary, filled while the pickle is read.
     *
     * @param entries with text keys, in the file's order; entries with numeric keys, such as an optimiser's state, are
     *     dropped
     */
    record Dictionary(Map<String, PickleValue> entries) implements PickleValue {
        static Dictionary empty() {
            return new Dictionary(new LinkedHashMap<>());
        }
    }

    /** A number type, by its name in Python's {@code torch}. */
    record Numbers(NumberType type) implements PickleValue {}

    /**
     * A range of numbers in the archive.
     *
     * @param key its file in the archive's folder {@code data}
     * @param count of numbers according to the pickle
     */
    record Storage(NumberType type, String key, long count) implements PickleValue {}

    record Tensor(Storage storage, StridedView view) implements PickleValue {}

    /** The calls allowed in a pickle; {@link PickleCalls} executes them. */
    enum Call implements PickleValue {
        ORDERED_DICT,
        REBUILD_TENSOR,
        REBUILD_PARAMETER
    }

    /** Values that do not affect any weight. */
    enum Ignored implements PickleValue {
        /** None, True, False or a real number. */
        SCALAR,
        /** A list with any content. */
        LIST
    }
}
