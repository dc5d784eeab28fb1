package org.facies.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.facies.file.AtomicFile;
import org.facies.file.Yaml;
import org.facies.input.BadInput;

/**
 * The settings that a run directory was begun with, as YAML. A run goes on only with the same, because results of
 * different ones must not be mixed.
 */
public final class RecordedSettings {
    private final JsonNode tree;

    /** Settings as a tree. */
    public RecordedSettings(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Settings to keep.
     *
     * @param settings records, maps, lists, texts and numbers
     */
    public static RecordedSettings of(Object settings) {
        return new RecordedSettings(Yaml.MAPPER.valueToTree(settings));
    }

    /**
     * Writes the file into a new run; in one that was begun, checks that it is the same.
     *
     * @throws BadInput naming each key that differs
     */
    public void agreeWith(Path file) {
        if (!Files.exists(file)) {
            AtomicFile.write(file, yaml());
            return;
        }
        Map<String, String> begun = flat(Yaml.read(file));
        Map<String, String> wanted = flat(tree);
        TreeSet<String> keys = new TreeSet<>(begun.keySet());
        keys.addAll(wanted.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String before = begun.getOrDefault(key, "nothing");
            String now = wanted.getOrDefault(key, "nothing");
            if (!before.equals(now)) {
                differences.add(key + " was " + before + ", is now " + now);
            }
        }
        if (!differences.isEmpty()) {
            throw new BadInput(
                    file.toAbsolutePath().getParent().toString(),
                    "",
                    "was begun differently (" + String.join("; ", differences) + ")",
                    "Undo the change to go on with that run, or begin another with --out.");
        }
    }

    private String yaml() {
        try {
            return Yaml.MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    private static Map<String, String> flat(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        flatten(tree, "", leaves);
        return leaves;
    }

    private static void flatten(JsonNode node, String path, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(node.get(i), path + "[" + i + "]", leaves);
            }
        } else {
            leaves.put(path, node.isNumber() ? Double.toString(node.doubleValue()) : node.asText());
        }
    }
}
