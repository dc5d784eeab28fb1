package org.facies.bundle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.facies.decision.Answer;

/**
 * The photos of a child as a predictor reads them, with the answer.
 *
 * @param photos at least one
 * @param ageMonths empty if unknown
 * @param answer empty if no photo could be used
 */
public record ChildReading(List<PhotoReading> photos, OptionalDouble ageMonths, Optional<Answer> answer) {
    public ChildReading {
        photos = List.copyOf(photos);
    }
}
