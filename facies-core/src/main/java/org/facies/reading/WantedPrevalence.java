package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.file.Overlay;
import org.facies.file.Yaml.Unquoted;
import org.facies.input.Likeness;
import org.facies.reading.ReadingDesign.Draw;
import org.facies.reading.ReadingDesign.ShownClass;

/** Reads the proportion of each class in a sample. */
final class WantedPrevalence {
    private static final String KEY = "cases.prevalence";
    private static final double TOLERANCE = 1e-6;

    private final Overlay overlay;

    WantedPrevalence(Overlay overlay) {
        this.overlay = overlay;
    }

    /** The proportions by label, in the order of the classes; empty for another kind of draw. */
    Map<String, Double> read(JsonNode given, Draw draw, List<ShownClass> classes) {
        boolean isThere = !given.isMissingNode() && !given.isNull();
        if (draw != Draw.PREVALENCE) {
            if (isThere) {
                overlay.problem(
                        KEY, "", "is not used with this kind of draw", "Write draw: prevalence, or remove the key.");
            }
            return Map.of();
        }
        Map<String, Double> stated = new LinkedHashMap<>();
        List<String> labels = classes.stream().map(ShownClass::label).toList();
        if (!given.isObject()) {
            overlay.problem(KEY, given.asText(), "is not a list of one proportion for each class", example(labels));
            return Map.of();
        }
        given.properties().forEach(entry -> {
            if (!labels.isEmpty() && !labels.contains(entry.getKey())) {
                overlay.problem(
                        KEY, entry.getKey(), "is not a class of this study", Likeness.remedy(entry.getKey(), labels));
            }
            share(entry.getKey(), entry.getValue(), stated);
        });
        Map<String, Double> inOrder = new LinkedHashMap<>();
        for (String label : labels) {
            if (!given.has(label)) {
                overlay.problem(KEY, label, "has no proportion", "Write one for each class; 0 excludes a class.");
            }
            inOrder.put(label, stated.getOrDefault(label, 0.0));
        }
        double sum = stated.values().stream().mapToDouble(Double::doubleValue).sum();
        if (stated.size() == given.size() && Math.abs(sum - 1) > TOLERANCE) {
            overlay.problem(
                    KEY, String.valueOf(sum), "is the sum of the proportions", "Write proportions that sum to 1.");
        }
        return inOrder;
    }

    private void share(String label, JsonNode given, Map<String, Double> stated) {
        JsonNode value = Unquoted.of(given).map(Unquoted::value).orElse(given);
        if (value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1) {
            stated.put(label, value.asDouble());
        } else {
            overlay.problem(KEY + "." + label, value.asText(), "is not a proportion", "Write a number from 0 to 1.");
        }
    }

    private static String example(List<String> labels) {
        return labels.size() < 2
                ? "Write one number for each class; they sum to 1."
                : "Write for example {" + labels.get(0) + ": 0.2, " + labels.get(1) + ": 0.8}.";
    }
}
