package org.facies.synth.population;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facies.synth.portrait.AncestryBlend;
import org.facies.synth.portrait.Sex;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.facies.synth.profile.Trait;

/** Draws the children of a recipe. Without traps, a child's face, looks and site do not depend on its diagnosis. */
final class Children {
    private static final double YOUNGEST_YEARS = 1;
    private static final double OLDEST_YEARS = 15;

    /** In a trap, the share of a class's children from the class's own site or ancestry. */
    private static final double TRAPPED = 0.9;

    private static final int ANCESTRIES = 3;
    private static final double OF_ONE_ANCESTRY = 0.8;

    private final Recipe recipe;
    private final Collection<Trait> traits;
    private final Variation variation;
    private final Map<String, Profile> profiles = new HashMap<>();
    private final List<String> classes;

    Children(Recipe recipe, TargetNames names) {
        this.recipe = recipe;
        this.traits = Profiles.traits(recipe.profiles()).values();
        this.variation = Variation.besides(traits, names);
        this.classes = List.copyOf(recipe.subjects().keySet());
        recipe.profiles().forEach(profile -> profiles.put(profile.diagnosis(), profile));
    }

    /** All children in the order of their ids, in which the classes are mixed. */
    List<Child> draw() {
        List<String> diagnoses = new ArrayList<>();
        recipe.subjects().forEach((name, count) -> {
            for (int i = 0; i < count; i++) {
                diagnoses.add(name);
            }
        });
        List<String> mixed = Chance.of(recipe.seed(), "diagnoses").shuffled(diagnoses);
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < mixed.size(); i++) {
            children.add(child(String.format(Locale.ROOT, "P%04d", i + 1), mixed.get(i)));
        }
        return children;
    }

    private Child child(String id, String diagnosis) {
        Chance person = Chance.of(recipe.seed(), "person", id);
        Sex sex = person.happens(0.5) ? Sex.FEMALE : Sex.MALE;
        double ageYears = person.between(YOUNGEST_YEARS, OLDEST_YEARS);
        AncestryBlend ancestry = ancestry(diagnosis, id);
        Map<String, Double> normal = new TreeMap<>();
        Chance traitChance = Chance.of(recipe.seed(), "traits", id);
        traits.forEach(trait -> normal.put(trait.name(), traitChance.gaussian()));
        Profile profile = profiles.get(diagnosis);
        return new Child(
                id,
                diagnosis,
                site(diagnosis, id),
                sex,
                ageYears,
                ancestry,
                variation.draw(Chance.of(recipe.seed(), "face", id)),
                normal,
                profile == null
                        ? Expressivity.NONE
                        : Expressivity.draw(profile, Chance.of(recipe.seed(), "syndrome", id)),
                Looks.of(sex, ageYears, ancestry, Chance.of(recipe.seed(), "look", id)));
    }

    private Site site(String diagnosis, String id) {
        Chance chance = Chance.of(recipe.seed(), "site", id);
        boolean trapped =
                recipe.traps().contains(Trap.SITE_CAMERA) || recipe.traps().contains(Trap.SITE_BACKGROUND);
        int any = chance.whole(0, classes.size() - 1);
        return new Site(trapped && chance.happens(TRAPPED) ? classes.indexOf(diagnosis) : any);
    }

    private AncestryBlend ancestry(String diagnosis, String id) {
        Chance chance = Chance.of(recipe.seed(), "ancestry", id);
        int first = chance.whole(0, ANCESTRIES - 1);
        if (recipe.traps().contains(Trap.ANCESTRY) && chance.happens(TRAPPED)) {
            first = classes.indexOf(diagnosis) % ANCESTRIES;
        }
        double major = chance.happens(OF_ONE_ANCESTRY) ? chance.between(0.85, 1) : chance.between(0.35, 0.7);
        double rest = 1 - major;
        double[] shares = new double[ANCESTRIES];
        double split = chance.between(0, 1);
        shares[first] = major;
        shares[(first + 1) % ANCESTRIES] = rest * split;
        shares[(first + 2) % ANCESTRIES] = rest - rest * split;
        return new AncestryBlend(shares[0], shares[1], shares[2]);
    }
}
