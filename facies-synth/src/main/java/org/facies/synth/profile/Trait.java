package org.facies.synth.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something in which all children differ, for example the distance between the eyes; standard normal among those
 * without a syndrome.
 *
 * @param name for example {@code intercanthal-distance}
 * @param targetsPerSd weight of each shape target for one standard deviation more
 */
public record Trait(String name, Map<String, Double> targetsPerSd) {

    public Trait {
        targetsPerSd = Collections.unmodifiableMap(new TreeMap<>(targetsPerSd));
        if (targetsPerSd.isEmpty()) {
            throw new IllegalArgumentException("trait " + name + " moves nothing");
        }
    }
}
