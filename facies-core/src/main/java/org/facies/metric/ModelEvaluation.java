package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One model, by subject and by photo.
 *
 * @param curves by class, in class order; over subjects
 * @param permutation what balanced accuracy over subjects is worth against shuffled diagnoses
 */
public record ModelEvaluation(
        LevelEvaluation subject,
        LevelEvaluation photo,
        Map<String, ClassCurves> curves,
        @JsonProperty("label_permutation") ChanceComparison permutation) {

    public ModelEvaluation {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }

    public LevelEvaluation at(Level level) {
        return switch (level) {
            case SUBJECT -> subject;
            case PHOTO -> photo;
        };
    }
}
