package org.facies.synth.portrait;

import java.util.Set;

/**
 * A hair style that does not cover the eyes.
 *
 * @param name a value of {@link Look#hairStyle}
 * @param sexes of children who commonly wear it
 * @param fromYears youngest age at which it occurs
 */
public record HairStyle(String name, Set<Sex> sexes, double fromYears) {

    public HairStyle {
        sexes = Set.copyOf(sexes);
    }
}
