package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.facies.input.BadInput;

/**
 * A part of a JSON file of a run, whose keys have to be there: a number that is missing is never taken for zero.
 *
 * @param path of the part in the file, {@code metrics.accuracy}; empty for the whole file
 */
record Keys(Path file, String path, JsonNode node) {

    /** A whole file. */
    static Keys of(Path file, JsonNode tree) {
        return new Keys(file, "", tree).require(JsonNode::isObject, "a group of keys");
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** A part with keys of its own. */
    Keys group(String key) {
        return child(key).require(JsonNode::isObject, "a group of keys");
    }

    /** The parts of a group whose keys are names, in the order of the file. */
    Map<String, Keys> groups() {
        Map<String, Keys> groups = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> groups.put(name, group(name)));
        return groups;
    }

    /** The counts of a group whose keys are names, in the order of the file. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> counts.put(name, whole(name)));
        return counts;
    }

    /** The parts of a list. */
    List<Keys> list(String key) {
        Keys list = child(key).require(JsonNode::isArray, "a list");
        List<Keys> parts = new ArrayList<>();
        for (JsonNode part : list.node) {
            parts.add(new Keys(file, list.path + "[" + parts.size() + "]", part));
        }
        return parts;
    }

    long whole(String key) {
        return child(key)
                .require(JsonNode::isIntegralNumber, "a whole number")
                .node
                .asLong();
    }

    String text(String key) {
        return child(key).asText();
    }

    /** NaN where the file says null. */
    double number(String key) {
        return child(key).asNumber();
    }

    /** The part itself, as a text. */
    String asText() {
        return require(JsonNode::isTextual, "a text").node.asText();
    }

    /** The part itself, as a number; NaN where the file says null. */
    double asNumber() {
        return require(one -> one.isNumber() || one.isNull(), "a number").node.asDouble(Double.NaN);
    }

    private Keys child(String key) {
        return new Keys(file, path.isEmpty() ? key : path + "." + key, node.path(key));
    }

    private Keys require(Predicate<JsonNode> right, String kind) {
        if (!right.test(node)) {
            throw new BadInput(
                    path.isEmpty() ? file.toString() : file + ", key " + path,
                    "",
                    node.isMissingNode() ? "is missing" : "is not " + kind,
                    "Write the file again with the command that made it; it was changed since, or is of another version.");
        }
        return this;
    }
}
