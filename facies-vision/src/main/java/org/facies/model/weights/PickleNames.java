package org.facies.model.weights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.facies.model.weights.PickleValue.Call;
import org.facies.model.weights.PickleValue.Numbers;

/** The only names allowed in a pickle, with their meaning here. Names are never looked up anywhere else. */
final class PickleNames {

    private static final Map<Name, PickleValue> KNOWN = known();

    private PickleNames() {}

    /** A name in a Python module. */
    record Name(String module, String name) {
        @Override
        public String toString() {
            return module + "." + name;
        }
    }

    static Optional<PickleValue> meaning(Name name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    private static Map<Name, PickleValue> known() {
        Map<Name, PickleValue> known = new HashMap<>();
        known.put(new Name("collections", "OrderedDict"), Call.ORDERED_DICT);
        known.put(new Name("torch._utils", "_rebuild_tensor_v2"), Call.REBUILD_TENSOR);
        known.put(new Name("torch._utils", "_rebuild_parameter"), Call.REBUILD_PARAMETER);
        for (NumberType type : NumberType.values()) {
            known.put(new Name("torch", type.storage()), new Numbers(type));
        }
        return Map.copyOf(known);
    }
}
