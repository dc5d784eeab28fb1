package org.facies.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.file.Yaml.Unquoted;
import org.facies.input.Problem;
import org.facies.input.Spelling;

/**
 * Applies the user's keys to a tree of defaults. The defaults contain every valid key with a value of the valid kind.
 * Everything that does not fit them is a mistake of the user; all mistakes are collected.
 */
public final class Overlay {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** Uses this name of the file in problems. */
    public Overlay(String file) {
        this.file = file;
    }

    /** The problems so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Adds a problem with a key, once. */
    public void problem(String key, String value, String what, String remedy) {
        Problem problem = new Problem(file + ", " + (key.isEmpty() ? "top" : key), value, what, remedy);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether a problem with a key was found already. */
    public boolean hasProblem(String key) {
        return problems.stream().anyMatch(problem -> problem.where().equals(file + ", " + key));
    }

    /** An overlay for the same file, without problems. */
    public Overlay sibling() {
        return new Overlay(file);
    }

    /** Adds the problems that another overlay found with a key. */
    public void takeFrom(Overlay other, String key) {
        other.problems.stream()
                .filter(problem -> problem.where().equals(file + ", " + key))
                .forEach(problem -> problem(key, problem.value(), problem.what(), problem.remedy()));
    }

    /** The defaults with the user's values; where a value does not fit, the default stays. */
    public ObjectNode over(ObjectNode defaults, JsonNode user, String path) {
        ObjectNode result = defaults.deepCopy();
        if (user.isMissingNode() || user.isNull()) {
            return result;
        }
        if (!user.isObject()) {
            problem(path, user.asText(), "is not a group of keys", "Write it as \"key: value\" lines.");
            return result;
        }
        for (Map.Entry<String, JsonNode> entry : user.properties()) {
            String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode known = defaults.get(entry.getKey());
            if (known == null) {
                unknown(key, entry.getKey(), defaults);
                continue;
            }
            JsonNode given = settled(entry.getValue(), known);
            if (known.isObject()) {
                result.set(entry.getKey(), over((ObjectNode) known, given, key));
            } else if (fits(known, given, key)) {
                result.set(entry.getKey(), given);
            }
        }
        return result;
    }

    /** An unquoted scalar takes the kind of the default: for a text, {@code name: 007} is the text 007. */
    private static JsonNode settled(JsonNode given, JsonNode known) {
        return Unquoted.of(given)
                .map(scalar -> known.isTextual() ? TextNode.valueOf(scalar.written()) : scalar.value())
                .orElse(given);
    }

    private boolean fits(JsonNode known, JsonNode given, String key) {
        String wanted = kind(known);
        boolean fits = switch (wanted) {
            case "a whole number" -> given.isIntegralNumber() && given.canConvertToLong();
            case "a number" -> given.isNumber() && Double.isFinite(given.doubleValue());
            case "true or false" -> given.isBoolean();
            case "a list" -> given.isArray();
            default -> given.isTextual();
        };
        if (given.isNull()) {
            problem(key, "", "has no value", remedy(wanted, known));
        } else if (!fits) {
            problem(
                    key,
                    given.isValueNode() ? given.asText() : given.toString(),
                    "is not " + wanted,
                    remedy(wanted, known));
        }
        return fits;
    }

    private static String remedy(String wanted, JsonNode known) {
        boolean empty = known.isTextual() && known.textValue().isEmpty();
        return "Write " + wanted + (empty ? "" : ", for example " + known) + ".";
    }

    /** Checks a value that must be one of a few words. */
    public void choice(JsonNode group, String key, String path, List<String> options) {
        String given = group.path(key).asText();
        if (!options.contains(given)) {
            String remedy = "Write one of: " + String.join(", ", options) + ".";
            problem(path, given, "is not one of the options", remedy);
        }
    }

    private static String kind(JsonNode node) {
        if (node.isIntegralNumber()) {
            return "a whole number";
        }
        if (node.isNumber()) {
            return "a number";
        }
        if (node.isBoolean()) {
            return "true or false";
        }
        return node.isArray() ? "a list" : "a text";
    }

    private void unknown(String path, String key, ObjectNode defaults) {
        List<String> names = new ArrayList<>();
        defaults.fieldNames().forEachRemaining(names::add);
        String remedy = Spelling.closest(key, names)
                .map(name -> "Did you mean \"" + name + "\"?")
                .orElse("Known keys: " + String.join(", ", names) + ".");
        problem(path, key, "is not a key that Facies knows", remedy);
    }
}
