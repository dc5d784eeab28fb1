package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.facies.file.Yaml;

/** A key of the study file as {@code study-file.yaml} defines it: its meaning, its default and what it accepts. */
public final class StudyKey {
    private final String name;
    private final String path;
    private final JsonNode definition;

    StudyKey(String name, String path, JsonNode definition) {
        this.name = Objects.requireNonNull(name);
        this.path = Objects.requireNonNull(path);
        this.definition = Objects.requireNonNull(definition);
    }

    /** The key itself, for example {@code k}. */
    public String name() {
        return name;
    }

    /** The key with its groups, for example {@code folds.k}. */
    public String path() {
        return path;
    }

    /** What the key means, in one or a few sentences; never empty. */
    public String means() {
        return definition.path("means").asText();
    }

    /** Further sentences about the key; often empty. */
    public String more() {
        return definition.path("more").asText();
    }

    /** The value of a key that is left out; empty for groups, and for keys whose absence is a choice of its own. */
    public Optional<JsonNode> value() {
        return Optional.ofNullable(definition.get("default"));
    }

    /** A value that the key accepts, to show to people. */
    public Optional<JsonNode> example() {
        return Optional.ofNullable(definition.get("example")).or(this::value);
    }

    /** Kind of the value: "a whole number", "a number", "true or false", "a text", "a list" or "a group of keys". */
    public String kind() {
        return definition.has("type")
                ? definition.get("type").asText()
                : value().map(StudyKey::kind).orElse("a group of keys");
    }

    private static String kind(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "a whole number" : "a number";
        }
        return value.isArray() ? "a list" : value.isBoolean() ? "true or false" : "a text";
    }

    /** The range of a number, or of each number in a list. */
    public Limits limits() {
        return Limits.of(definition);
    }

    /** The accepted words with their meanings, in order; empty where other values are accepted. */
    public Map<String, String> choices() {
        return words("one_of");
    }

    /** The words that may stand in a list, with their meanings, in order; empty where other values are accepted. */
    public Map<String, String> elements() {
        return words("any_of");
    }

    private Map<String, String> words(String list) {
        Map<String, String> words = new LinkedHashMap<>();
        definition
                .path(list)
                .properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().asText()));
        return words;
    }

    /** Whether the key can stand under {@code candidates}, if it belongs to {@code training}. */
    public boolean isTunable() {
        return definition.path("tunable").asBoolean(true);
    }

    /** Whether the template only names the key. */
    public boolean isExpert() {
        return is("expert");
    }

    /** Whether a new study file sets the key. */
    public boolean isActive() {
        return is("active");
    }

    /** Whether the reader has rules of its own for the key, and does not lay it over a default. */
    public boolean isReadApart() {
        return is("apart");
    }

    /** Whether only the file that a run records has the key. */
    public boolean isHidden() {
        return is("hidden");
    }

    /** Whether the template says what each of the {@link #choices()} means. */
    public boolean isSpeltOut() {
        return is("spell_out");
    }

    private boolean is(String mark) {
        return definition.path(mark).asBoolean();
    }

    /** Lines of the template that show the key, for keys whose default cannot be written out. */
    public Optional<String> template() {
        return Optional.ofNullable(definition.get("template")).map(JsonNode::asText);
    }

    /** Entries that the template has in addition to the default of a list. */
    public List<JsonNode> inTemplate() {
        List<JsonNode> entries = new ArrayList<>();
        definition.path("in_template").forEach(entries::add);
        return entries;
    }

    /** Entries that the template shows and comments out, each on one line. */
    public List<String> alsoInTemplate() {
        List<String> entries = new ArrayList<>();
        definition.path("also").forEach(entry -> entries.add(entry.asText()));
        return entries;
    }

    /** The keys of a group, in order; empty for a value. */
    public List<StudyKey> keys() {
        List<StudyKey> keys = new ArrayList<>();
        definition
                .path("keys")
                .properties()
                .forEach(key -> keys.add(new StudyKey(key.getKey(), path + "." + key.getKey(), key.getValue())));
        return keys;
    }

    /** One of the keys of a group. */
    public StudyKey key(String key) {
        return keys().stream().filter(one -> one.name.equals(key)).findFirst().orElseThrow();
    }

    /** Names of the keys of a group, in order. */
    public List<String> names() {
        return keys().stream().map(StudyKey::name).toList();
    }

    /** Defaults of the keys of a group where something else is chosen, by that choice. */
    public Map<String, ObjectNode> otherDefaults() {
        Map<String, ObjectNode> others = new LinkedHashMap<>();
        definition
                .path("other_defaults")
                .properties()
                .forEach(other -> others.put(other.getKey(), ((ObjectNode) other.getValue()).deepCopy()));
        return others;
    }

    /** The default of a value, or the defaults of a group. */
    JsonNode defaults() {
        return value().<JsonNode>map(JsonNode::deepCopy).orElseGet(this::group);
    }

    /** The defaults of the keys of a group. */
    ObjectNode group() {
        ObjectNode group = Yaml.MAPPER.createObjectNode();
        keys().forEach(key -> group.set(key.name, key.defaults()));
        return group;
    }

    /** The value as it stands in a file, on one line: {@code 3.0e-4}, {@code [0.001, 0.01]}, {@code {k: 5}}. */
    public static String written(JsonNode value) {
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            ((ArrayNode) value).forEach(element -> elements.add(written(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        if (value.isObject()) {
            List<String> keys = new ArrayList<>();
            value.properties().forEach(key -> keys.add(key.getKey() + ": " + written(key.getValue())));
            return "{" + String.join(", ", keys) + "}";
        }
        if (value.isTextual()) {
            return value.asText().isEmpty() ? "\"\"" : value.asText();
        }
        return value.asText().replace('E', 'e');
    }

    /** The path. */
    @Override
    public String toString() {
        return path;
    }
}
