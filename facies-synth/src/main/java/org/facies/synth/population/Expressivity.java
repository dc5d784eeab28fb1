package org.facies.synth.population;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.facies.synth.profile.Feature;
import org.facies.synth.profile.Profile;

/**
 * How a syndrome is expressed in one child.
 *
 * @param severity factor on the shifts, 1 on average
 * @param present the traits of the features that the child has
 */
record Expressivity(Optional<Profile> profile, double severity, Set<String> present) {
    private static final double SEVERITY_SD = 0.25;

    /** The value for a child without a syndrome. */
    static final Expressivity NONE = new Expressivity(Optional.empty(), 0, Set.of());

    static Expressivity draw(Profile profile, Chance chance) {
        double severity = Math.exp(chance.bounded(SEVERITY_SD) - SEVERITY_SD * SEVERITY_SD / 2);
        Set<String> present = new TreeSet<>();
        for (Feature feature : profile.features()) {
            if (chance.happens(feature.probability())) {
                present.add(feature.trait().name());
            }
        }
        return new Expressivity(Optional.of(profile), severity, present);
    }

    /** Adds the syndrome's shifts to normal trait values, in SD, at an age in years. */
    void shift(Map<String, Double> traits, double ageYears, double effect) {
        profile.ifPresent(syndrome -> syndrome.features().stream()
                .filter(feature -> present.contains(feature.trait().name()))
                .forEach(feature -> traits.merge(
                        feature.trait().name(), effect * severity * feature.shiftSdAt(ageYears), Double::sum)));
    }
}
