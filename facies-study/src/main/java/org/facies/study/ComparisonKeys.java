package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.file.Overlay;
import org.facies.file.Yaml;
import org.facies.input.Spelling;
import org.facies.run.StudyKeys;

/** Reads the keys of a study file that name models: {@code ensembles}, {@code factors} and {@code contrasts}. */
final class ComparisonKeys {
    private static final String NAME = "name";
    private static final String ENSEMBLE = "ensemble";

    private final Overlay overlay;
    private final Set<String> models;
    private final Set<String> known;

    /**
     * A reader.
     *
     * @param overlay collects the problems
     * @param models names of the models that are trained
     */
    ComparisonKeys(Overlay overlay, List<String> models) {
        this.overlay = overlay;
        this.models = Set.copyOf(models);
        this.known = new HashSet<>(models);
    }

    /** Whether an entry of the list of models is an ensemble. */
    static boolean isEnsemble(JsonNode model) {
        return model.has(ENSEMBLE);
    }

    /** Ensembles; their names can be used in factors and contrasts that are read afterwards. */
    ArrayNode ensembles(Map<String, JsonNode> byPath) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        byPath.forEach((path, given) -> {
            requireKeys(given, path, StudyKeys.of("ensembles").names());
            String name = given.path(NAME).asText();
            if (!ModelChecks.FOLDER_NAME.matcher(name).matches()) {
                overlay.problem(path + ".name", name, "cannot be the name of a folder", ModelChecks.NAMES);
            } else if (known.stream().anyMatch(name::equalsIgnoreCase)) {
                overlay.problem(path + ".name", name, "occurs twice", "Give every model a name of its own.");
            }
            known.add(name);
            List<String> members = names(given.path(ENSEMBLE), path + ".ensemble", models);
            if (members.size() < 2) {
                overlay.problem(
                        path + ".ensemble", members.toString(), "has fewer than two models", "List two or more.");
            }
            ObjectNode ensemble = Yaml.MAPPER.createObjectNode().put(NAME, name);
            members.forEach(ensemble.putArray(ENSEMBLE)::add);
            result.add(ensemble);
        });
        return result;
    }

    /** The factors, after the checks. */
    ObjectNode factors(JsonNode given) {
        ObjectNode result = Yaml.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> factor : groups(given, "factors", "{pretrained: [a, b], fresh: [c, d]}")) {
            String path = "factors." + factor.getKey();
            ObjectNode levels = result.putObject(factor.getKey());
            Set<String> seen = new HashSet<>();
            for (Map.Entry<String, JsonNode> level : groups(factor.getValue(), path, "pretrained: [a, b]")) {
                String at = path + "." + level.getKey();
                List<String> arms = names(level.getValue(), at, known);
                arms.stream()
                        .filter(arm -> !seen.add(arm))
                        .forEach(arm ->
                                overlay.problem(at, arm, "is at two levels", "Name each model once in a factor."));
                arms.forEach(levels.putArray(level.getKey())::add);
            }
            if (levels.size() < 2) {
                overlay.problem(path, "", "has fewer than two levels", "Name the models of each level.");
            }
        }
        return result;
    }

    private Iterable<Map.Entry<String, JsonNode>> groups(JsonNode given, String path, String example) {
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isObject()) {
            overlay.problem(path, given.asText(), "is not a group of keys", "Write, for example, " + example + ".");
        }
        return given.properties();
    }

    /** The contrasts, after the checks. */
    ArrayNode contrasts(JsonNode given) {
        ArrayNode result = Yaml.MAPPER.createArrayNode();
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            overlay.problem(
                    "contrasts",
                    given.asText(),
                    "is not a list",
                    "Write, for example, - {name: fine-tuning, plus: [a], minus: [b]}.");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String path = "contrasts[" + i + "]";
            JsonNode one = given.get(i);
            requireKeys(one, path, StudyKeys.of("contrasts").names());
            String name = one.path(NAME).asText();
            if (one.has(NAME) && (name.isBlank() || !names.add(name))) {
                overlay.problem(
                        path + ".name",
                        name,
                        name.isBlank() ? "is empty" : "occurs twice",
                        "Give every contrast a name of its own.");
            }
            ObjectNode contrast = Yaml.MAPPER.createObjectNode().put(NAME, name);
            List<String> plus = names(one.path("plus"), path + ".plus", known);
            plus.forEach(contrast.putArray("plus")::add);
            names(one.path("minus"), path + ".minus", known).forEach(arm -> {
                if (plus.contains(arm)) {
                    overlay.problem(path + ".minus", arm, "is on both sides", "Name it on one side.");
                }
                contrast.withArray("minus").add(arm);
            });
            contrast.withArray("minus");
            result.add(contrast);
        }
        return result;
    }

    private void requireKeys(JsonNode given, String path, List<String> keys) {
        if (!given.isObject()) {
            overlay.problem(path, given.asText(), "is not a group of keys", "Give it the keys " + keys + ".");
            return;
        }
        given.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                overlay.problem(
                        path + "." + key,
                        key,
                        "is not a key that Facies knows",
                        Spelling.closest(key, keys)
                                .map(close -> "Did you mean \"" + close + "\"?")
                                .orElseGet(() -> "Known keys: " + String.join(", ", keys) + "."));
            }
        });
        keys.stream()
                .filter(key -> !given.has(key))
                .forEach(key -> overlay.problem(path + "." + key, "", "is missing", "Write it."));
    }

    private List<String> names(JsonNode given, String path, Set<String> allowed) {
        if (given.isMissingNode()) {
            return List.of();
        }
        if (!given.isArray() || given.isEmpty()) {
            overlay.problem(path, given.asText(), "is not a list of models", "Name at least one, in brackets.");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (JsonNode entry : given) {
            String name = entry.asText();
            if (!allowed.contains(name)) {
                overlay.problem(
                        path,
                        name,
                        "is not a model of this study",
                        Spelling.closest(name, List.copyOf(allowed))
                                .map(close -> "Did you mean \"" + close + "\"?")
                                .orElseGet(() -> "Name one of "
                                        + allowed.stream().sorted().collect(Collectors.joining(", ")) + "."));
            } else if (names.contains(name)) {
                overlay.problem(path, name, "occurs twice", "Name it once.");
            } else {
                names.add(name);
            }
        }
        return names;
    }
}
