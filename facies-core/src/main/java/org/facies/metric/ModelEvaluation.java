package org.facies.metric;

/** One model, by subject and by photo. */
public record ModelEvaluation(LevelEvaluation subject, LevelEvaluation photo) {

    public LevelEvaluation at(Level level) {
        return switch (level) {
            case SUBJECT -> subject;
            case PHOTO -> photo;
        };
    }
}
