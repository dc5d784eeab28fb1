package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.facies.file.Yaml;
import org.facies.file.Yaml.Unquoted;

/**
 * A study file as a tree. A key whose default is a text has a text, as it stands in the file, whatever it looks like:
 * {@code name: 007} is the text 007. That also reads the {@code study.yaml} of runs that were begun when such texts
 * were written without quotes.
 */
public final class StudyTree {
    private static final String MODELS = "models";
    private static final String TRAINING = "training";
    private static final String CANDIDATES = "candidates";
    private static final String PRETRAINED = "pretrained";
    private static final JsonNode TEXT = TextNode.valueOf("");
    private static final ArrayNode LIST_OF_TEXTS = Yaml.MAPPER.createArrayNode();

    private StudyTree() {}

    /** The tree of a file, with texts and numbers distinguished by the types of the defaults. */
    public static JsonNode settled(JsonNode study) {
        return settled(study, defaults());
    }

    /** One of a model's candidates, with texts and numbers distinguished in the same way. */
    public static JsonNode candidate(JsonNode candidate) {
        return settled(candidate, defaults().get(CANDIDATES));
    }

    /** The defaults behind every study file, as {@link StudyKeys} defines them. */
    public static ObjectNode shipped() {
        return StudyKeys.defaults();
    }

    /**
     * Of every key, a value of the kind that belongs there; a list has the value of its elements, if they are of one
     * type.
     */
    private static ObjectNode defaults() {
        ObjectNode defaults = shipped();
        JsonNode training = defaults.get(TRAINING).get(PRETRAINED);
        ObjectNode model = (ObjectNode) defaults.get("model");
        model.set(TRAINING, training);
        ObjectNode candidates = model.deepCopy();
        defaults.set(TRAINING, training);
        defaults.set(CANDIDATES, candidates);
        model.set(CANDIDATES, candidates);
        model.set("ensemble", LIST_OF_TEXTS);
        defaults.set(MODELS, model);
        defaults.set("ensembles", StudyKeys.of("ensembles").group());
        defaults.set("contrasts", StudyKeys.of("contrasts").group());
        return defaults;
    }

    private static JsonNode settled(JsonNode given, JsonNode known) {
        if (given.isObject()) {
            ObjectNode group = Yaml.MAPPER.createObjectNode();
            given.properties().forEach(key -> group.set(key.getKey(), settled(key.getKey(), key.getValue(), known)));
            return group;
        }
        if (given.isArray()) {
            ArrayNode list = Yaml.MAPPER.createArrayNode();
            given.forEach(element -> list.add(settled(element, element(known))));
            return list;
        }
        Optional<Unquoted> unquoted = Unquoted.of(given);
        if (unquoted.isEmpty()) {
            return given;
        }
        return known.isTextual()
                ? TextNode.valueOf(unquoted.get().written())
                : unquoted.get().value();
    }

    /** A number is no truth, so {@code pretrained: 530} names a file. */
    private static JsonNode settled(String key, JsonNode given, JsonNode known) {
        if (key.equals("factors")) {
            return texts(given);
        }
        JsonNode value = settled(given, known.path(key));
        return key.equals(PRETRAINED) && value.isNumber() ? settled(given, TEXT) : value;
    }

    /** Groups whose keys the user chooses, of lists of names. */
    private static JsonNode texts(JsonNode given) {
        if (given.isObject()) {
            ObjectNode group = Yaml.MAPPER.createObjectNode();
            given.properties().forEach(key -> group.set(key.getKey(), texts(key.getValue())));
            return group;
        }
        return settled(given, LIST_OF_TEXTS);
    }

    private static JsonNode element(JsonNode known) {
        if (!known.isArray()) {
            return known;
        }
        return known.isEmpty() ? TEXT : known.path(0);
    }
}
