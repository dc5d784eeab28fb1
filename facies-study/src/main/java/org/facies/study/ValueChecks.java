package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.facies.file.Overlay;
import org.facies.run.StudyKey;

/** Checks values of a study file against the words and ranges that its definition accepts. */
final class ValueChecks {
    private final Overlay overlay;

    /** @param overlay collects the problems */
    ValueChecks(Overlay overlay) {
        this.overlay = overlay;
    }

    /**
     * Checks the keys of a group that are there.
     *
     * @param group of the study file, with values of the right kind
     * @param keys that the group may have
     * @param path of the group in the study file; empty for the first level
     */
    void check(JsonNode group, List<StudyKey> keys, String path) {
        for (StudyKey key : keys) {
            if (group.has(key.name())) {
                check(group, key, path.isEmpty() ? key.name() : path + "." + key.name());
            }
        }
    }

    private void check(JsonNode group, StudyKey key, String path) {
        JsonNode value = group.get(key.name());
        if (!key.keys().isEmpty()) {
            check(value, key.keys(), path);
        } else if (!key.choices().isEmpty()) {
            overlay.choice(group, key.name(), path, List.copyOf(key.choices().keySet()));
        } else if (!key.limits().isOpen()) {
            if (value.isArray()) {
                value.forEach(element -> checkNumber(key, element, path));
            } else {
                checkNumber(key, value, path);
            }
        }
    }

    private void checkNumber(StudyKey key, JsonNode value, String path) {
        if (!value.isNumber()) {
            problem(key, value, path, "is not a number");
        } else if (!key.limits().allows(value.doubleValue())) {
            problem(key, value, path, "is out of range");
        }
    }

    private void problem(StudyKey key, JsonNode value, String path, String what) {
        JsonNode example = key.example().orElseThrow();
        overlay.problem(
                path,
                value.isValueNode() ? value.asText() : value.toString(),
                what,
                "Write a number " + key.limits().words() + ", for example "
                        + StudyKey.written(example.isArray() ? example.path(0) : example) + ".");
    }
}
