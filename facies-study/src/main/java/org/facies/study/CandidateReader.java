package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facies.file.Overlay;
import org.facies.file.Yaml;
import org.facies.result.settings.Candidate;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;

/**
 * Reads {@code candidates}: a group of keys with lists of values, of which every combination is a candidate, or a list
 * of such groups.
 */
final class CandidateReader {
    private static final int MOST = 64;

    private final Overlay overlay;
    private final ObjectNode tunable;

    /** @param defaults defaults of a model */
    CandidateReader(ObjectNode defaults, ObjectNode training, Overlay overlay) {
        this.overlay = overlay;
        List<String> fixed = StudyKeys.of("training").keys().stream()
                .filter(key -> !key.isTunable())
                .map(StudyKey::name)
                .toList();
        this.tunable = Yaml.MAPPER.createObjectNode();
        tunable.set("scale", defaults.get("scale"));
        tunable.set("margin", defaults.get("margin"));
        tunable.set("decision", defaults.get("decision"));
        tunable.set("training", training.deepCopy().remove(fixed));
    }

    /** The candidates; empty if there are none, or only wrong ones. */
    List<Candidate> read(JsonNode given, String path) {
        List<Candidate> candidates = new ArrayList<>();
        if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                candidates.addAll(combinations(given.get(i), path + "[" + i + "]"));
            }
        } else {
            candidates.addAll(combinations(given, path));
        }
        List<Candidate> distinct = candidates.stream().distinct().toList();
        if (distinct.size() > MOST) {
            tooMany(path, distinct.size());
            return List.of();
        }
        if (distinct.size() == 1) {
            overlay.problem(
                    path,
                    distinct.get(0).words(),
                    "is the only candidate",
                    "List two values or more, or set it in the model itself.");
        }
        return distinct;
    }

    private void tooMany(String path, double combinations) {
        overlay.problem(
                path,
                String.format(Locale.ROOT, "%.0f combinations", combinations),
                "are more than " + MOST,
                "List fewer values, or a few groups of values that belong together.");
    }

    private List<Candidate> combinations(JsonNode group, String path) {
        if (group.isMissingNode() || group.isNull()) {
            return List.of();
        }
        if (!group.isObject()) {
            overlay.problem(
                    path, group.asText(), "is not a group of keys", "Write, for example, margin: [0.1," + " 0.3].");
            return List.of();
        }
        Map<String, List<JsonNode>> axes = new LinkedHashMap<>();
        axes(group, "", path, axes);
        double combinations = axes.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (combinations > MOST) {
            tooMany(path, combinations);
        }
        if (axes.isEmpty() || combinations > MOST) {
            return List.of();
        }
        List<Map<String, JsonNode>> products = List.of(Map.of());
        for (Map.Entry<String, List<JsonNode>> axis : axes.entrySet()) {
            products = product(products, axis.getKey(), axis.getValue());
        }
        return products.stream().map(Candidate::new).toList();
    }

    private void axes(JsonNode node, String key, String path, Map<String, List<JsonNode>> axes) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> axes(
                            field.getValue(), key.isEmpty() ? field.getKey() : key + "." + field.getKey(), path, axes));
            return;
        }
        List<JsonNode> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(values::add);
        } else {
            values.add(node);
        }
        if (values.isEmpty()) {
            overlay.problem(path + "." + key, "[]", "lists no value", "List two values or more.");
        }
        int before = overlay.problems().size();
        values.forEach(value ->
                overlay.over(tunable, new Candidate(Map.of(key, value)).over(Yaml.MAPPER.createObjectNode()), path));
        if (overlay.problems().size() == before && !values.isEmpty()) {
            axes.put(key, values);
        }
    }

    private static List<Map<String, JsonNode>> product(
            List<Map<String, JsonNode>> products, String key, List<JsonNode> values) {
        List<Map<String, JsonNode>> longer = new ArrayList<>();
        for (Map<String, JsonNode> product : products) {
            for (JsonNode value : values) {
                Map<String, JsonNode> one = new LinkedHashMap<>(product);
                one.put(key, value);
                longer.add(one);
            }
        }
        return longer;
    }
}
