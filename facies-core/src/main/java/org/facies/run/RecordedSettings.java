package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.facies.file.AtomicFile;
import org.facies.file.Yaml;
import org.facies.file.Yaml.Unquoted;
import org.facies.input.BadInput;

/**
 * The settings that a run directory was begun with, as YAML. A run resumes only with the same settings, because results
 * of different settings must not be mixed.
 */
public final class RecordedSettings {
    private static final double EXACT_IN_DOUBLE = 0x1p53;

    /** A message with more differences than this would not be read. */
    private static final int MOST_SHOWN = 5;

    /** The version of the layout, which files of earlier versions lack; such a file is written again. */
    private static final List<String> FORMAT = List.of("format");

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
     * Writes the file into a new run; in a run that was begun, checks that it is the same.
     *
     * @throws BadInput naming each key that differs
     */
    public void agreeWith(Path file) {
        agreeWith(file, UnaryOperator.identity());
    }

    /**
     * As {@link #agreeWith(Path)}; a file of an earlier version that says the same is written again.
     *
     * @param upgrade makes of a tree of an earlier version one of this version
     */
    public void agreeWith(Path file, UnaryOperator<JsonNode> upgrade) {
        agreeWith(file, upgrade, UnaryOperator.identity());
    }

    /**
     * As {@link #agreeWith(Path, UnaryOperator)}; a file that lacks keys which were added later stays as it is.
     *
     * @param completion adds the value of such a key where it is missing
     */
    public void agreeWith(Path file, UnaryOperator<JsonNode> upgrade, UnaryOperator<JsonNode> completion) {
        if (!Files.exists(file)) {
            AtomicFile.write(file, yaml());
            return;
        }
        JsonNode recorded = completion.apply(Yaml.read(file));
        JsonNode given = Yaml.parse(yaml());
        Map<List<String>, JsonNode> wanted = leaves(given);
        boolean isEarlier = wanted.containsKey(FORMAT) && !leaves(recorded).containsKey(FORMAT);
        JsonNode upgraded = isEarlier ? upgrade.apply(recorded) : recorded;
        Map<List<String>, JsonNode> begun = leaves(upgraded);
        if (isEarlier) {
            begun.put(FORMAT, wanted.get(FORMAT));
        }
        List<String> differences = new NamedModels(upgraded, given).changes(begun, wanted);
        differences.addAll(few(differences(begun, wanted)));
        if (!differences.isEmpty()) {
            throw new BadInput(
                    file.toAbsolutePath().getParent().toString(),
                    "",
                    "was begun differently (" + String.join("; ", differences) + ")",
                    "Use another folder with --out, or undo the changes to resume.");
        }
        if (isEarlier) {
            AtomicFile.write(file, yaml());
        }
    }

    private static List<String> differences(Map<List<String>, JsonNode> begun, Map<List<String>, JsonNode> wanted) {
        Set<List<String>> keys = new LinkedHashSet<>(begun.keySet());
        keys.addAll(wanted.keySet());
        List<String> differences = new ArrayList<>();
        for (List<String> key : keys) {
            JsonNode before = begun.getOrDefault(key, MissingNode.getInstance());
            JsonNode now = wanted.getOrDefault(key, MissingNode.getInstance());
            if (!same(before, now)) {
                differences.add(String.join("", key) + difference(before, now));
            }
        }
        Collections.sort(differences);
        return differences;
    }

    private static List<String> few(List<String> differences) {
        if (differences.size() <= MOST_SHOWN) {
            return differences;
        }
        List<String> few = new ArrayList<>(differences.subList(0, MOST_SHOWN));
        few.add("and " + (differences.size() - MOST_SHOWN) + " more");
        return few;
    }

    private String yaml() {
        return Yaml.write(tree);
    }

    /** Each value by its path. Messages join the parts of the path. */
    private static Map<List<String>, JsonNode> leaves(JsonNode tree) {
        Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
        collect(tree, List.of(), leaves);
        return leaves;
    }

    private static void collect(JsonNode node, List<String> path, Map<List<String>, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(),
                            longer(path, path.isEmpty() ? field.getKey() : "." + field.getKey()),
                            leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), longer(path, "[" + i + "]"), leaves);
            }
        } else {
            leaves.put(path, node);
        }
    }

    private static List<String> longer(List<String> path, String part) {
        return Stream.concat(path.stream(), Stream.of(part)).toList();
    }

    /** A text is the same as what stands in the file, in quotes or not: older runs have texts without them. */
    private static boolean same(JsonNode before, JsonNode now) {
        if (now.isTextual()) {
            return Unquoted.of(before)
                    .map(Unquoted::written)
                    .or(() -> Optional.ofNullable(before.textValue()))
                    .filter(now.textValue()::equals)
                    .isPresent();
        }
        JsonNode was = Unquoted.of(before).map(Unquoted::value).orElse(before);
        JsonNode is = Unquoted.of(now).map(Unquoted::value).orElse(now);
        return equal(was, is);
    }

    private static boolean equal(JsonNode before, JsonNode now) {
        if (before.isIntegralNumber() && now.isIntegralNumber()) {
            return before.bigIntegerValue().equals(now.bigIntegerValue());
        }
        return (before.isNumber() && now.isNumber())
                ? Double.compare(before.doubleValue(), now.doubleValue()) == 0
                : before.equals(now);
    }

    private static String difference(JsonNode before, JsonNode now) {
        String was = shown(before);
        String is = shown(now);
        if (was.equals(is)) {
            was = before.isTextual() ? "\"" + was + "\"" : was;
            is = now.isTextual() ? "\"" + is + "\"" : is;
        }
        return " was " + was + ", is now " + is;
    }

    /** Whole numbers without a decimal point. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT_IN_DOUBLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "not set";
        }
        if (value.isTextual() && value.textValue().chars().anyMatch(Character::isISOControl)) {
            return Yaml.quoted(value.textValue());
        }
        return Unquoted.of(value)
                .map(Unquoted::value)
                .filter(JsonNode::isNumber)
                .filter(number -> number.isFloatingPointNumber() || Math.abs(number.doubleValue()) < EXACT_IN_DOUBLE)
                .map(number -> number(number.doubleValue()))
                .orElseGet(value::asText);
    }
}
