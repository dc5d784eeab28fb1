package org.facies.bundle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.decision.Answer;

/**
 * What a predictor sees in a child's photos, and what it answers.
 *
 * @param photos at least one
 * @param ageMonths empty where it is not known
 * @param answer empty where no photo could be used
 */
public record ChildReading(List<PhotoReading> photos, OptionalDouble ageMonths, Optional<Answer> answer) {
    public ChildReading {
        photos = List.copyOf(photos);
    }
}
