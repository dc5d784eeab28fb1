package org.facies.synth.population;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.synth.profile.TargetNames;
import org.facies.synth.profile.TargetWeights;
import org.facies.synth.profile.Trait;

/** The variation between children that no profile mentions. */
final class Variation {
    /** Asymmetry between left and right, as a fraction of the variation between children. */
    private static final double ASYMMETRY = 0.12;

    private final Map<String, Double> sdOfAxis;
    private final TargetNames names;

    private Variation(Map<String, Double> sdOfAxis, TargetNames names) {
        this.sdOfAxis = sdOfAxis;
        this.names = names;
    }

    /** The built-in axes, without those that the traits move. */
    static Variation besides(Collection<Trait> traits, TargetNames names) {
        Set<String> taken = traits.stream()
                .flatMap(trait -> trait.targetsPerSd().keySet().stream())
                .map(names::axis)
                .collect(Collectors.toSet());
        Map<String, Double> axes = new TreeMap<>(TargetWeights.resource(Variation.class, "variation.yaml"));
        axes.keySet()
                .removeIf(pattern ->
                        names.named(pattern).stream().map(names::axis).anyMatch(taken::contains));
        return new Variation(axes, names);
    }

    /** The weights of one child's face. */
    Map<String, Double> draw(Chance chance) {
        Map<String, Double> weights = new TreeMap<>();
        sdOfAxis.forEach((pattern, sd) -> {
            double both = chance.bounded(sd);
            names.named(pattern).forEach(target -> weights.put(target, both + chance.bounded(ASYMMETRY * sd)));
        });
        return weights;
    }
}
