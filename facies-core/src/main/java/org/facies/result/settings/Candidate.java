package org.facies.result.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.facies.run.StudyTree;
import org.facies.schema.Form;

/**
 * One combination of settings that a model may be trained with.
 *
 * @param keys the model's keys that it sets, dotted, in the order of the study file: {@code margin}, {@code
 *     training.epochs}
 */
@Form.As(Candidate.Keys.class)
public record Candidate(Map<String, JsonNode> keys) {

    private static final String TRAINING = "training.";
    private static final String DECISION = "decision.";

    public Candidate {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /** Reads groups of keys with one value each. */
    public static Candidate of(ObjectNode group) {
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
    public ObjectNode tree() {
        return over(JsonNodeFactory.instance.objectNode());
    }

    /** A copy of a model's tree in which these keys are set or replaced. */
    public ObjectNode over(ObjectNode model) {
        ObjectNode result = model.deepCopy();
        keys.forEach((key, value) -> {
            String[] parts = key.split("\\.", -1);
            ObjectNode group = result;
            for (int i = 0; i < parts.length - 1; i++) {
                group = group.get(parts[i]) instanceof ObjectNode inner ? inner : group.putObject(parts[i]);
            }
            group.set(parts[parts.length - 1], value);
        });
        return result;
    }

    /**
     * The model trained in this way, with nothing left to choose.
     *
     * @throws org.facies.input.BadInput naming each key that no model has, or whose value is of another kind
     */
    public StudySettings.Model of(StudySettings.Model model) {
        ObjectNode tree = over(StudySettings.Model.FORMAT.write(model));
        tree.putArray("candidates");
        return StudySettings.Model.FORMAT.read(tree, "candidate", "Write a key of a model, with a value of its type.");
    }

    /** {@code margin 0.3, epochs 4}. */
    public String words() {
        return keys.entrySet().stream()
                .map(key -> key.getKey().replace(TRAINING, "").replace(DECISION, "") + " "
                        + key.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    /** How it is written and read. */
    static final class Keys implements Form<Candidate> {
        @Override
        public JsonNode write(Candidate candidate) {
            return candidate.tree();
        }

        @Override
        public Optional<Candidate> read(JsonNode node) {
            return StudyTree.candidate(node) instanceof ObjectNode group
                    ? Optional.of(Candidate.of(group))
                    : Optional.empty();
        }

        @Override
        public String expected() {
            return "a group of keys of a model";
        }

        @Override
        public ObjectNode schema() {
            return JsonNodeFactory.instance.objectNode().put("type", "object");
        }
    }
}
