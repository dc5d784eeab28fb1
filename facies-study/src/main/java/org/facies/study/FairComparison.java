package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.file.Overlay;

/** Checks that the models of a study agree with {@code comparison}. */
final class FairComparison {
    /** The models can differ in any setting. */
    static final String AS_GIVEN = "as-given";

    /** The models are trained alike. */
    static final String MATCHED = "matched";

    /** Each model is tuned over the same number of candidates. */
    static final String BEST = "best";

    /** The choices. */
    static final List<String> WORDS = List.of(AS_GIVEN, MATCHED, BEST);

    private final Overlay overlay;

    /** @param overlay collects the problems */
    FairComparison(Overlay overlay) {
        this.overlay = overlay;
    }

    /** @param study with every key of every model */
    void check(JsonNode study) {
        switch (study.path("comparison").asText()) {
            case MATCHED -> checkMatched(study.path("models"));
            case BEST -> checkBest(study.path("models"));
            default -> {
                // no restriction
            }
        }
    }

    /** Checks that all trained models have the same training and candidates. */
    private void checkMatched(JsonNode models) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (JsonNode model : models) {
            if (!ModelChecks.isFrozen(model)) {
                collect((ObjectNode) model.path("training"), "training", values);
                values.computeIfAbsent("candidates", first -> new LinkedHashSet<>())
                        .add(model.path("candidates").toString());
            }
        }
        values.forEach((key, found) -> {
            if (found.size() > 1) {
                overlay.problem(
                        "models, " + key,
                        String.join(" and ", found),
                        "differ, but comparison: matched trains all models alike",
                        "Set it once, in the training group of the study, or write comparison: as-given.");
            }
        });
    }

    private static void collect(ObjectNode group, String path, Map<String, Set<String>> values) {
        group.properties().forEach(key -> {
            String at = path + "." + key.getKey();
            if (key.getValue() instanceof ObjectNode inner) {
                collect(inner, at, values);
            } else {
                values.computeIfAbsent(at, first -> new LinkedHashSet<>())
                        .add(key.getValue().asText());
            }
        });
    }

    private void checkBest(JsonNode models) {
        Map<Integer, String> counts = new LinkedHashMap<>();
        for (JsonNode model : models) {
            if (!ModelChecks.isFrozen(model)) {
                counts.putIfAbsent(
                        model.path("candidates").size(), model.path("name").asText());
            }
        }
        if (counts.size() > 1 || counts.containsKey(0)) {
            overlay.problem(
                    "models, candidates",
                    counts.toString(),
                    "differ in number, but comparison: best tunes all models with the same effort",
                    "Give every trained model the same number of candidates, for example in the candidates"
                            + " group of the study.");
        }
    }
}
