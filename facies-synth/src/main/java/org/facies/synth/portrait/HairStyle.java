package org.facies.synth.portrait;

import java.util.Set;

/**
 * Hair that does not cover the eyes.
 *
 * @param name as {@link Look#hairStyle} takes it
 * @param sexes of children who commonly wear it
 * @param fromYears youngest age it suits
 */
public record HairStyle(String name, Set<Sex> sexes, double fromYears) {

    public HairStyle {
        sexes = Set.copyOf(sexes);
    }
}
