package org.facies.model.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a pickle of weights can build. */
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
     * @param entries those under texts, in the file's order; what lies under numbers, as an optimiser's memory does, is
     *     not kept
     */
    record Dictionary(Map<String, PickleValue> entries) implements PickleValue {
        static Dictionary empty() {
            return new Dictionary(new LinkedHashMap<>());
        }
    }

    /** A type of numbers, by its name in Python's {@code torch}. */
    record Numbers(NumberType type) implements PickleValue {}

    /**
     * A run of numbers in the archive.
     *
     * @param key its file in the archive's folder {@code data}
     * @param count how many numbers the pickle says there are
     */
    record Storage(NumberType type, String key, long count) implements PickleValue {}

    record Tensor(Storage storage, StridedView view) implements PickleValue {}

    /** The calls a pickle may ask for; each is carried out by {@link PickleCalls}. */
    enum Call implements PickleValue {
        ORDERED_DICT,
        REBUILD_TENSOR,
        REBUILD_PARAMETER
    }

    /** Values that no weight depends on. */
    enum Ignored implements PickleValue {
        /** None, True, False or a real number. */
        SCALAR,
        /** A list, whatever is in it. */
        LIST
    }
}
