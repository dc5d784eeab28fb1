package org.facies.metric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One model, by subject and by photo.
 *
 * @param curves by class, in class order; over subjects
 */
public record ModelEvaluation(LevelEvaluation subject, LevelEvaluation photo, Map<String, ClassCurves> curves) {

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
