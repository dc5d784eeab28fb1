package org.facies.reading;

import java.util.List;

/**
 * The answer of a model for a case, as readers see it. Classes are numbered in the order of the design, from 0.
 *
 * @param choice the most probable class
 * @param set the classes of the prediction set by decreasing probability; may be empty
 * @param levelPercent nominal coverage of the set, for example 90
 * @param probabilities calibrated, one for each class
 */
public record Advice(int choice, List<Integer> set, int levelPercent, List<Double> probabilities) {
    public Advice {
        set = List.copyOf(set);
        probabilities = List.copyOf(probabilities);
    }
}
