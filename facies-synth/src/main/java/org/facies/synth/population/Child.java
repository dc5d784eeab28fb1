package org.facies.synth.population;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.Sex;

/**
 * A child who does not exist.
 *
 * @param id for example {@code P0007}; says nothing about the child
 * @param ageYears at the first photo
 * @param identity weights of the shape targets that no trait moves
 * @param normalTraits of every trait, in SD: what the child would be without its syndrome
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

    /** Traits in SD with the syndrome's shifts, at an age in years. */
    Map<String, Double> traits(double ageYears, double effect) {
        Map<String, Double> traits = new TreeMap<>(normalTraits);
        expressivity.shift(traits, ageYears, effect);
        return traits;
    }

    /** As the manifest has it. */
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
