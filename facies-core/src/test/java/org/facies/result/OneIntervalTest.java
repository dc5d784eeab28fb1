package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A quantity that stands in several places of {@code metrics.json} has the same interval in each. */
class OneIntervalTest {
    /** Quantities that hardly ever have one value twice unless they are the same. */
    private static final Set<String> REAL_VALUED =
            Set.of("log_loss", "brier_sum", "ece15", "auc", "auc_ovr_within_folds", "average_precision", "macro_f1");

    private static final Map<String, String> SAME = Map.of("auc_within_folds", "auc_ovr_within_folds");

    private static final JsonNode METRICS = MetricsFile.FILE.tree(FullMetrics.file());

    /** Where a node stands and what it says. */
    private record Stated(String path, String interval) {}

    @Test
    void the_figures_of_calibration_before_scaling_are_those_of_the_model() {
        for (JsonNode model : METRICS.path("models")) {
            for (String metric : List.of("log_loss", "brier_sum", "ece15")) {
                assertThat(model.path("calibration").path("before").path(metric))
                        .as(metric)
                        .isEqualTo(model.path("subject").path(metric));
                assertThat(model.path("subject").path(metric).path("low").isNumber())
                        .isTrue();
            }
        }
    }

    @Test
    void the_areas_of_screening_are_those_of_the_unaffected_class() {
        for (JsonNode model : METRICS.path("models")) {
            JsonNode screening = model.path("screening");
            JsonNode none = model.at("/subject/per_class")
                    .path(screening.path("unaffected").asText());
            assertThat(screening.path("auc")).isEqualTo(none.path("auc"));
            assertThat(screening.path("auc_within_folds")).isEqualTo(none.path("auc_ovr_within_folds"));
        }
    }

    @Test
    void one_value_of_a_model_has_one_interval_wherever_it_stands() {
        for (Map.Entry<String, JsonNode> model : METRICS.path("models").properties()) {
            Map<String, List<Stated>> byQuantity = new LinkedHashMap<>();
            collect(model.getKey(), "", model.getValue(), byQuantity);
            assertThat(byQuantity.values().stream().filter(all -> all.size() > 1))
                    .as("quantities that stand in several places")
                    .hasSizeGreaterThan(3);
            byQuantity.forEach((quantity, all) -> assertThat(
                            new TreeSet<>(all.stream().map(Stated::interval).toList()))
                    .as("%s: %s", quantity, all)
                    .hasSize(1));
        }
    }

    private static void collect(String path, String key, JsonNode node, Map<String, List<Stated>> byQuantity) {
        String quantity = SAME.getOrDefault(key, key);
        if (node.has("low") && node.has("value") && REAL_VALUED.contains(quantity)) {
            double value = node.path("value").asDouble();
            if (value > 0 && value < 1) {
                byQuantity
                        .computeIfAbsent(quantity + " " + Math.round(value * 1e10), none -> new ArrayList<>())
                        .add(new Stated(
                                path, node.path("low") + " to " + node.path("high") + " by " + node.path("method")));
            }
        }
        node.properties()
                .forEach(child -> collect(path + "." + child.getKey(), child.getKey(), child.getValue(), byQuantity));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + i + "]", key, node.get(i), byQuantity);
        }
    }
}
