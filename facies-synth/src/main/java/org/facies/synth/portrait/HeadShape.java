package org.facies.synth.portrait;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of a head, the same in every photo of a child except for the age.
 *
 * @param ageYears from 1 to 15
 * @param targets weight of each shape target by its name, for example {@code nose/nose-scale-vert-incr → 0.4}; 0
 *     changes nothing, and 1 is the full target
 */
public record HeadShape(Sex sex, double ageYears, AncestryBlend ancestry, Map<String, Double> targets) {

    /** Sorts the targets by name, because the last digits of the sum of their displacements depend on the order. */
    public HeadShape {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    }
}
