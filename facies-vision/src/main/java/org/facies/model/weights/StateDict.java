package org.facies.model.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.input.BadInput;
import org.facies.model.weights.PickleValue.Dictionary;
import org.facies.model.weights.PickleValue.Tensor;

/** Finds the state dict in a saved object: the whole object, or one entry of a checkpoint. */
final class StateDict {

    /** The usual keys of the network in a checkpoint: of most programs, and of arcface_torch. */
    private static final List<String> USUAL_KEYS = List.of("state_dict", "state_dict_backbone");

    private StateDict() {}

    /**
     * The tensors of the only dictionary with tensors, or otherwise of the one under a usual key.
     *
     * @throws BadInput if there is none, or several under other keys
     */
    static Map<String, Tensor> tensors(PickleValue saved, Refusals refusals) {
        Map<String, Map<String, Tensor>> candidates = new LinkedHashMap<>();
        if (saved instanceof Dictionary top) {
            top.entries().forEach((key, value) -> {
                if (value instanceof Dictionary inner) {
                    candidates.put(key, directly(inner));
                }
            });
            candidates.put("", directly(top));
        }
        candidates.values().removeIf(Map::isEmpty);
        if (candidates.isEmpty()) {
            throw refusals.whole("contains no state dict: there are no tensors with names", Refusals.SAVE_AGAIN);
        }
        if (candidates.size() == 1) {
            return candidates.values().iterator().next();
        }
        return USUAL_KEYS.stream()
                .filter(candidates::containsKey)
                .findFirst()
                .map(candidates::get)
                .orElseThrow(() -> refusals.whole(
                        "contains tensors in "
                                + shown(candidates.keySet().stream().toList()) + ", but not under the key \""
                                + USUAL_KEYS.get(0) + "\"",
                        Refusals.SAVE_AGAIN));
    }

    private static Map<String, Tensor> directly(Dictionary dictionary) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        dictionary.entries().forEach((key, value) -> {
            if (value instanceof Tensor tensor) {
                tensors.put(key, tensor);
            }
        });
        return tensors;
    }

    private static String shown(List<String> keys) {
        return keys.stream()
                .limit(5)
                .map(key -> key.isEmpty() ? "the whole" : "\"" + key + "\"")
                .collect(Collectors.joining(", "));
    }
}
