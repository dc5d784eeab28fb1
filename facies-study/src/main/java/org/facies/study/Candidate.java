package org.facies.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.file.Yaml;

/**
 * One of the settings that a model may be trained with.
 *
 * @param keys the model's keys that it sets, dotted, in the order of the study file: {@code margin}, {@code
 *     training.epochs}
 */
public record Candidate(Map<String, JsonNode> keys) {

    private static final String TRAINING = "training.";

    public Candidate {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Reads groups of keys with one value each. */
    @JsonCreator
    static Candidate of(ObjectNode group) {
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        flatten(group, "", keys);
        return new Candidate(keys);
    }

    private static void flatten(JsonNode node, String path, Map<String, JsonNode> keys) {
        if (!node.isObject()) {
            keys.put(path, node);
            return;
        }
        node.properties()
                .forEach(field ->
                        flatten(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), keys));
    }

    /** As a study file says it. */
    @JsonValue
    ObjectNode tree() {
        return over(Yaml.MAPPER.createObjectNode());
    }

    /** A copy of a model's tree with these keys set. */
    ObjectNode over(ObjectNode model) {
        ObjectNode result = model.deepCopy();
        keys.forEach((key, value) -> {
            String[] parts = key.split("\\.", -1);
            ObjectNode group = result;
            for (int i = 0; i < parts.length - 1; i++) {
                group = group.withObjectProperty(parts[i]);
            }
            group.set(parts[parts.length - 1], value);
        });
        return result;
    }

    /** The model trained in this way, with nothing left to choose. */
    StudySettings.Model of(StudySettings.Model model) {
        ObjectNode tree = over(Yaml.MAPPER.valueToTree(model));
        tree.putArray("candidates");
        try {
            return Yaml.MAPPER.treeToValue(tree, StudySettings.Model.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("checked before", wrong);
        }
    }

    /** {@code margin 0.3, epochs 4}. */
    String words() {
        return keys.entrySet().stream()
                .map(key -> key.getKey().replace(TRAINING, "") + " "
                        + key.getValue().asText())
                .collect(Collectors.joining(", "));
    }
}
