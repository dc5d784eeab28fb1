package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resolved {@code study.yaml}; or, where predictions of another tool were evaluated, what is known of that: no text,
 * folds and models.
 *
 * @param text the file as it stands
 * @param unit what a fold never splits: {@code subject} or {@code photo}
 * @param models in the order of the file
 * @param settings every setting outside models and provenance, by dotted name
 * @param provenance versions, hashes and licences, by dotted name
 */
public record Study(
        String name,
        String text,
        int k,
        String unit,
        String seed,
        List<Model> models,
        Map<String, String> settings,
        Map<String, String> provenance) {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("name", "models", "provenance");

    /** One model and its settings by dotted name, the name itself left out. */
    public record Model(String name, Map<String, String> settings) {
        public Model {
            settings = ordered(settings);
        }

        /** The setting, or empty. */
        public String setting(String key) {
            return settings.getOrDefault(key, "");
        }
    }

    public Study {
        models = List.copyOf(models);
        settings = ordered(settings);
        provenance = ordered(provenance);
    }

    static Study of(String text, JsonNode tree) {
        JsonNode folds = tree.path("folds");
        return new Study(
                tree.path("name").asText("study"),
                text,
                folds.path("k").asInt(),
                folds.path("unit").asText("subject"),
                folds.path("seed").asText(""),
                models(tree.path("models")),
                settings(tree),
                Flat.of(tree.path("provenance")));
    }

    /** From {@code evaluation.json}. */
    static Study brought(JsonNode tree) {
        return new Study(
                tree.path("name").asText("predictions"),
                "",
                0,
                "subject",
                "",
                List.of(),
                Flat.of("evaluation", tree.path("evaluation")),
                Flat.of(tree.path("provenance")));
    }

    /** Whether the predictions came from another tool, so that nothing is known of how they were made. */
    public boolean isBrought() {
        return text.isEmpty();
    }

    /** Whether photos of one subject may be in several folds. */
    public boolean splitsSubjects() {
        return unit.equals("photo");
    }

    /** The settings of models that are the same for all of them. */
    public Map<String, String> shared() {
        Map<String, String> shared = new LinkedHashMap<>();
        if (!models.isEmpty()) {
            models.get(0).settings().forEach((key, value) -> {
                if (models.stream()
                        .allMatch(model -> value.equals(model.settings().get(key)))) {
                    shared.put(key, value);
                }
            });
        }
        return shared;
    }

    private static Map<String, String> settings(JsonNode tree) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> part : tree.properties()) {
            if (!TOLD_ELSEWHERE.contains(part.getKey())) {
                Flat.of(part.getKey(), part.getValue()).forEach(settings::put);
            }
        }
        return settings;
    }

    private static List<Model> models(JsonNode list) {
        List<Model> models = new ArrayList<>();
        for (JsonNode node : list) {
            Map<String, String> settings = new LinkedHashMap<>(Flat.of(node));
            settings.remove("name");
            node.path("candidates")
                    .forEach(candidate ->
                            Flat.of(candidate).keySet().forEach(key -> settings.put(key, "chosen in each fold")));
            settings.keySet().removeIf(key -> key.startsWith("candidates"));
            models.add(new Model(node.path("name").asText(), settings));
        }
        return models;
    }

    private static Map<String, String> ordered(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
