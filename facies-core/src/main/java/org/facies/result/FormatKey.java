package org.facies.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facies.file.Yaml.Unquoted;
import org.facies.input.BadInput;
import org.facies.schema.GroupReference;
import org.facies.schema.KeyReference;
import org.facies.schema.Meaning;

/**
 * The key {@code format} of a file: the version of its layout, before all other keys. It is no component of the
 * records.
 */
final class FormatKey {
    private static final String KEY = "format";
    private static final String MEANING = "version of the layout of the file";

    private FormatKey() {}

    static ObjectNode added(ObjectNode content) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put(KEY, ResultFile.FORMAT);
        tree.setAll(content);
        return tree;
    }

    static boolean isThere(JsonNode tree) {
        return tree.has(KEY);
    }

    /** The tree without the key; anything but a group of keys stays as it is. */
    static JsonNode removed(JsonNode tree) {
        if (!tree.isObject()) {
            return tree;
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.setAll((ObjectNode) tree);
        content.remove(KEY);
        return content;
    }

    /**
     * Refuses a group of keys that lacks the key or is of another version.
     *
     * @throws BadInput if it is such
     */
    static void require(JsonNode tree, Path file, String remedy) {
        if (tree.isObject() && !tree.has(KEY)) {
            throw earlier(file, remedy);
        }
        requireIfThere(tree, file, remedy);
    }

    /**
     * Refuses a version other than the present one; a file without the key is still read.
     *
     * @throws BadInput if it is of another
     */
    static void requireIfThere(JsonNode tree, Path file, String remedy) {
        JsonNode given = tree.path(KEY);
        JsonNode stated = Unquoted.of(given).map(Unquoted::value).orElse(given);
        if (stated.isMissingNode()) {
            return;
        }
        if (!stated.isIntegralNumber()) {
            throw new BadInput(
                    file + ", key " + KEY,
                    stated.isValueNode() ? stated.asText() : "",
                    "is not a whole number",
                    remedy);
        }
        if (stated.asLong() < ResultFile.FORMAT) {
            throw earlier(file, remedy);
        }
        if (stated.asLong() > ResultFile.FORMAT) {
            throw new BadInput(
                    file.toString(),
                    "",
                    "was written by a newer version of Facies (format " + stated.asText() + ")",
                    "Update Facies.");
        }
    }

    private static BadInput earlier(Path file, String remedy) {
        return new BadInput(file.toString(), "", "was written by an earlier version of Facies (format 1)", remedy);
    }

    static ObjectNode described(ObjectNode schema) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.putObject(KEY).put("const", ResultFile.FORMAT).put("description", MEANING);
        properties.setAll((ObjectNode) schema.path("properties"));
        schema.set("properties", properties);
        schema.withArray("required").insert(0, KEY);
        return schema;
    }

    /** The reference with this key before those of the file. */
    static List<GroupReference> described(List<GroupReference> reference) {
        GroupReference file = reference.get(0);
        List<KeyReference> keys = new ArrayList<>();
        keys.add(new KeyReference(
                KEY,
                "whole number",
                List.of(),
                true,
                new Meaning(List.of(), MEANING, "always " + ResultFile.FORMAT, "")));
        keys.addAll(file.keys());
        List<GroupReference> described = new ArrayList<>(reference);
        described.set(0, new GroupReference(file.type(), file.paths(), file.meaning(), keys));
        return described;
    }
}
