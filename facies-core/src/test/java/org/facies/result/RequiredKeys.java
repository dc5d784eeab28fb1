package org.facies.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The required keys of a written file, by its schema. Of keys that differ only in the position in a list, or in a key
 * of a map, the first stands for all.
 */
public final class RequiredKeys {
    private final JsonNode schema;
    private final boolean isNameRequired;
    private final Set<String> patterns = new HashSet<>();
    private final List<Key> keys = new ArrayList<>();

    private RequiredKeys(JsonNode schema, boolean isNameRequired) {
        this.schema = schema;
        this.isNameRequired = isNameRequired;
    }

    /** Those that the schema requires, and every key of a map: the classes, models and readers of the file. */
    public static List<Key> of(JsonNode tree, ObjectNode schema) {
        return of(tree, new RequiredKeys(schema, true));
    }

    /** Those that the schema requires. */
    public static List<Key> declared(JsonNode tree, ObjectNode schema) {
        return of(tree, new RequiredKeys(schema, false));
    }

    private static List<Key> of(JsonNode tree, RequiredKeys keys) {
        JsonNode schema = keys.schema;
        keys.walk(tree, schema, "", "", List.of());
        return keys.keys;
    }

    /**
     * One key.
     *
     * @param path as messages write it
     * @param steps texts and positions that lead to the group it is in
     */
    public record Key(String path, List<Object> steps, String name) {

        ObjectNode removed(JsonNode tree) {
            ObjectNode copy = tree.deepCopy();
            group(copy).remove(name);
            return copy;
        }

        ObjectNode renamed(JsonNode tree) {
            ObjectNode copy = tree.deepCopy();
            ObjectNode group = group(copy);
            group.set(name + "_", group.remove(name));
            return copy;
        }

        /** A list where there was none, a text where there was a list. */
        ObjectNode retyped(JsonNode tree) {
            ObjectNode copy = tree.deepCopy();
            ObjectNode group = group(copy);
            boolean isList = group.get(name).isArray();
            group.set(name, isList ? TextNode.valueOf("much") : JsonNodeFactory.instance.arrayNode());
            return copy;
        }

        private ObjectNode group(JsonNode tree) {
            JsonNode at = tree;
            for (Object step : steps) {
                at = step instanceof Integer index ? at.get(index) : at.get((String) step);
            }
            return (ObjectNode) at;
        }
    }

    private void walk(JsonNode node, JsonNode declared, String path, String pattern, List<Object> steps) {
        JsonNode own = resolved(declared);
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), own.path("items"), path + "[" + i + "]", pattern + "[]", with(steps, i));
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                walk(entry.getKey(), entry.getValue(), own, path, pattern, steps);
            }
        }
    }

    private void walk(String name, JsonNode value, JsonNode own, String path, String pattern, List<Object> steps) {
        JsonNode property = own.path("properties").path(name);
        boolean isProperty = !property.isMissingNode();
        boolean isWord = own.has("propertyNames");
        boolean isRequired = (isProperty || isWord) ? isIn(own.path("required"), name) : isNameRequired;
        String below = path.isEmpty() ? name : path + "." + name;
        String patternBelow = pattern + "." + (isProperty || isWord ? name : "*");
        if (patterns.add(patternBelow) && isRequired) {
            keys.add(new Key(below, steps, name));
        }
        walk(value, isProperty ? property : own.path("additionalProperties"), below, patternBelow, with(steps, name));
    }

    private JsonNode resolved(JsonNode declared) {
        return declared.has("$ref") ? schema.at(declared.path("$ref").asText().substring(1)) : declared;
    }

    private static boolean isIn(JsonNode list, String name) {
        for (JsonNode one : list) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> with(List<Object> steps, Object step) {
        List<Object> more = new ArrayList<>(steps);
        more.add(step);
        return List.copyOf(more);
    }
}
