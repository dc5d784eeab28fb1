package org.facies.reading;

import java.util.List;

/**
 * What a model says of a case, as readers see it. Classes are choices: 0 is the first class of the design.
 *
 * @param choice the most probable class
 * @param set the classes of the prediction set, the most probable first; may be empty
 * @param levelPercent coverage that the set was made for, for example 90
 * @param probabilities calibrated, one for each class
 */
public record Advice(int choice, List<Integer> set, int levelPercent, List<Double> probabilities) {
    public Advice {
        set = List.copyOf(set);
        probabilities = List.copyOf(probabilities);
    }
}
