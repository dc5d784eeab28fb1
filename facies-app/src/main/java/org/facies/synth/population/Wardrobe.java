package org.facies.synth.population;

import java.util.List;
import java.util.Set;
import org.facies.synth.portrait.Sex;

/**
 * What the studio has to choose from.
 *
 * @param eyes names of eye colours
 * @param eyebrows names of eyebrows
 * @param expressions names of expression units, without ancestry
 */
public record Wardrobe(List<Hair> hair, List<String> eyes, List<String> eyebrows, Set<String> expressions) {

    public Wardrobe {
        hair = List.copyOf(hair);
        eyes = List.copyOf(eyes);
        eyebrows = List.copyOf(eyebrows);
        expressions = Set.copyOf(expressions);
    }

    /**
     * A hair style.
     *
     * @param sexes of the children whom it suits
     * @param fromYears the youngest child whom it suits
     */
    public record Hair(String style, Set<Sex> sexes, double fromYears) {
        public Hair {
            sexes = Set.copyOf(sexes);
        }

        boolean suits(Sex sex, double ageYears) {
            return sexes.contains(sex) && ageYears >= fromYears;
        }
    }
}
