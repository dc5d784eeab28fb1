package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.file.Overlay;

/** Checks the keys of a study file that say how far a model can be trusted: {@code subgroups} and {@code screening}. */
final class UncertaintySection {
    private final Overlay overlay;

    /** Tells its problems to the overlay. */
    UncertaintySection(Overlay overlay) {
        this.overlay = overlay;
    }

    void check(JsonNode study) {
        JsonNode subgroups = study.path("subgroups");
        if (subgroups.path("min_subjects").asInt() < 1) {
            problem("subgroups.min_subjects", subgroups.path("min_subjects"), "is less than 1", "Write 10, say.");
        }
        for (JsonNode column : subgroups.path("columns")) {
            if (!column.isTextual()) {
                problem(
                        "subgroups.columns",
                        column,
                        "is not the name of a column",
                        "Write column names of the manifest.");
            }
        }
        JsonNode screening = study.path("screening");
        share("screening.sensitivity", screening.path("sensitivity"));
        share("screening.specificity", screening.path("specificity"));
        screening.path("prevalence").forEach(value -> share("screening.prevalence", value));
    }

    private void share(String key, JsonNode value) {
        if (!value.isNumber() || !(value.asDouble() > 0 && value.asDouble() < 1)) {
            problem(key, value, "is not a share between 0 and 1", "Write a number such as 0.9.");
        }
    }

    private void problem(String key, JsonNode value, String what, String remedy) {
        overlay.problem(key, value.isValueNode() ? value.asText() : value.toString(), what, remedy);
    }
}
