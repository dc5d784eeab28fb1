package org.facies.synth.population;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.Sex;

/**
 * A synthetic child.
 *
 * @param id for example {@code P0007}; it carries no information about the child
 * @param ageYears at the first photo
 * @param identity weights of the shape targets that no trait moves
 * @param normalTraits the value of every trait in SD, without the syndrome's shifts
 */
record Child(
        String id,
        String diagnosis,
        Site site,
        Sex sex,
        double ageYears,
        AncestryBlend ancestry,
        Map<String, Double> identity,
        Map<String, Double> normalTraits,
        Expressivity expressivity,
        Look look) {
    private static final double MOSTLY = 0.75;

    Child {
        identity = Collections.unmodifiableMap(new TreeMap<>(identity));
        normalTraits = Collections.unmodifiableMap(new TreeMap<>(normalTraits));
    }

    /** Traits in SD, including the syndrome's shifts, at an age in years. */
    Map<String, Double> traits(double ageYears, double effect) {
        Map<String, Double> traits = new TreeMap<>(normalTraits);
        expressivity.shift(traits, ageYears, effect);
        return traits;
    }

    /** The ancestry as written in the manifest. */
    String ancestryName() {
        if (ancestry.african() >= MOSTLY) {
            return "african";
        }
        if (ancestry.asian() >= MOSTLY) {
            return "asian";
        }
        return ancestry.caucasian() >= MOSTLY ? "caucasian" : "mixed";
    }
}
