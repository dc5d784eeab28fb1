package org.facies.synth.population;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.facies.synth.portrait.HeadShape;
import org.facies.synth.portrait.Look;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.portrait.Scene;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import org.facies.synth.profile.Trait;

/** All children of a recipe with the photos to be drawn of them. */
public final class Population {
    private static final double MONTHS = 12;
    private static final double OLDEST_YEARS = 15;

    /** The longest time between photos of one child, in years. */
    private static final double LATEST_YEARS = 0.75;

    private final Recipe recipe;
    private final Children children;
    private final TargetNames names;
    private final Map<String, Trait> traits;

    /** @throws org.facies.input.BadInput if two of the recipe's profiles define one trait by different shapes */
    public Population(Recipe recipe) {
        this.recipe = recipe;
        this.names = new TargetNames(PortraitStudio.targetNames());
        this.children = new Children(recipe, names);
        this.traits = Profiles.traits(recipe.profiles());
    }

    /** All children, in the order of the manifest. */
    public List<PortrayedChild> children() {
        List<PortrayedChild> portrayed = new ArrayList<>();
        children.draw().forEach(child -> portrayed.add(portrayed(child)));
        return recipe.traps().contains(Trap.NEAR_DUPLICATES)
                ? new NearDuplicates(recipe.seed()).addedTo(portrayed)
                : Collections.unmodifiableList(portrayed);
    }

    private PortrayedChild portrayed(Child child) {
        Recipe.PhotoCount count = recipe.photos();
        int photos = Chance.of(recipe.seed(), "photos", child.id()).whole(count.fewest(), count.most());
        List<Portrait> portraits = new ArrayList<>();
        for (int i = 1; i <= photos; i++) {
            portraits.add(portrait(child, i));
        }
        return new PortrayedChild(
                child.id(),
                child.diagnosis(),
                child.sex().name().toLowerCase(Locale.ROOT),
                child.ancestryName(),
                child.site().name(),
                child.expressivity().severity(),
                child.traits(child.ageYears(), recipe.effect()),
                portraits);
    }

    private Portrait portrait(Child child, int number) {
        Chance chance = Chance.of(recipe.seed(), "photo", child.id(), String.valueOf(number));
        double later = number == 1 ? 0 : chance.between(0, LATEST_YEARS);
        double ageYears = Math.min(OLDEST_YEARS, child.ageYears() + later);
        Camera camera = child.site().camera(recipe.traps(), chance);
        Scene scene = Scenes.draw(child.site().background(recipe.traps(), chance), camera, chance);
        Look look = number == 1 ? child.look() : Looks.another(child, chance);
        HeadShape head = new HeadShape(child.sex(), ageYears, child.ancestry(), targets(child, ageYears));
        String path = "photos/" + child.id() + "_" + number + ".jpg";
        int months = (int) Math.floor(ageYears * MONTHS);
        return new Portrait(path, months, head, look, scene, camera.jpegQuality(), Alteration.NONE, Optional.empty());
    }

    private Map<String, Double> targets(Child child, double ageYears) {
        Map<String, Double> weights = new TreeMap<>(child.identity());
        child.traits(ageYears, recipe.effect())
                .forEach((trait, sd) -> traits.get(trait)
                        .targetsPerSd()
                        .forEach((target, perSd) -> weights.merge(target, sd * perSd, Double::sum)));
        return names.withoutNegatives(weights);
    }
}
