package org.facies.synth.portrait;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bones and flesh of a head, the same in every photo of a child (but for its age).
 *
 * @param ageYears from 1 to 15
 * @param targets weight of each shape target by its name, for example {@code nose/nose-scale-vert-incr → 0.4}; 0
 *     changes nothing, 1 is the target as its sculptor made it
 */
public record HeadShape(Sex sex, double ageYears, AncestryBlend ancestry, Map<String, Double> targets) {

    /** Targets in the order of their names: the sum of their movements depends on it, in its last digits. */
    public HeadShape {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    }
}
