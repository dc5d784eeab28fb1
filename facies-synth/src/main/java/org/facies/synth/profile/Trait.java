package org.facies.synth.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A property of the face that varies between all children, for example the distance between the eyes. It has a standard
 * normal distribution in children without a syndrome.
 *
 * @param name for example {@code intercanthal-distance}
 * @param targetsPerSd change of each shape target's weight for one standard deviation
 */
public record Trait(String name, Map<String, Double> targetsPerSd) {

    public Trait {
        targetsPerSd = Collections.unmodifiableMap(new TreeMap<>(targetsPerSd));
        if (targetsPerSd.isEmpty()) {
            throw new IllegalArgumentException("trait " + name + " moves nothing");
        }
    }
}
