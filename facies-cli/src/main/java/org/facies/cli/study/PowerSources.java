package org.facies.cli.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.facies.cli.option.Bounds;
import org.facies.cohort.SyntheticMark;
import org.facies.model.ModelZoo;
import org.facies.power.CohortOrigin;
import org.facies.progress.Progress;
import org.facies.report.text.Numbers;
import org.facies.report.text.Stamp;
import org.facies.synth.SyntheticCohort;
import org.facies.synth.SyntheticFolder;
import org.facies.synth.asset.AssetStore;
import org.facies.synth.population.Counts;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Recipe.PhotoCount;
import org.facies.synth.portrait.PortraitStudio;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The cohorts that {@code facies study power} draws from: the user's, or synthetic ones of several effect sizes. */
final class PowerSources {
    private static final PhotoCount PHOTOS = new PhotoCount(2, 2);
    private static final int SIDE_PX = 256;

    @Option(
            names = "--cohort",
            paramLabel = "MANIFEST",
            description = "draw from this cohort; repeat the option for one curve per cohort, such as one per site")
    private List<Path> manifests = List.of();

    @Option(
            names = "--synthetic",
            description = "draw from cohorts of synthetic children instead of --cohort; their effect sizes are"
                    + " assumptions")
    private boolean synthetic;

    @Option(
            names = "--effect",
            split = ",",
            paramLabel = "F",
            description = "with --synthetic: multiply the effect sizes of the profiles by these factors, one curve"
                    + " for each (default: 1)")
    @Bounds(least = 0, most = 10, remedy = "Give 1 for the effect sizes of the profiles.")
    private List<Double> effects = List.of();

    @Option(
            names = "--subjects",
            paramLabel = "N",
            defaultValue = "1666",
            description = "with --synthetic: draw from this many children, in the proportions of the published study"
                    + " (default: ${DEFAULT-VALUE})")
    @Bounds(least = 20, most = 100000, remedy = "Give 1666, the number of children in the published study.")
    private int subjects;

    /**
     * The cohort of one curve.
     *
     * @param label name of the curve
     */
    record Source(String label, Path manifest) {}

    /** Requires that exactly one kind of cohort is named; otherwise the command ends with its usage. */
    void check(CommandLine line) {
        if (synthetic == !manifests.isEmpty()) {
            throw new ParameterException(line, "Give either --cohort=MANIFEST or --synthetic");
        }
        if (!synthetic && !effects.isEmpty()) {
            throw new ParameterException(
                    line, "--effect needs --synthetic; the effect size of your own cohort cannot be chosen");
        }
    }

    /** The cohorts in a few words. */
    String origin() {
        if (synthetic) {
            return "synthetic faces, assumed effect sizes";
        }
        return manifests.size() == 1 ? "drawn from one cohort" : manifests.size() + " cohorts";
    }

    /** The cohorts in a few words, and whether any face is synthetic. */
    CohortOrigin cohortOrigin() {
        boolean isSynthetic = synthetic || manifests.stream().anyMatch(SyntheticMark::isBeside);
        return new CohortOrigin(origin(), Stamp.of(isSynthetic));
    }

    /**
     * The cohorts; synthetic ones are drawn first if they do not exist yet.
     *
     * @param folder for synthetic cohorts
     */
    List<Source> sources(Path folder, long seed, int threads, Progress progress) {
        return synthetic ? drawn(folder, seed, threads, progress) : brought();
    }

    /**
     * The manifest of the first cohort.
     *
     * @param folder of synthetic cohorts
     */
    Path first(Path folder) {
        return synthetic ? new SyntheticFolder(place(folder, factors().get(0))).manifest() : manifests.get(0);
    }

    private List<Source> brought() {
        return manifests.stream()
                .map(manifest -> new Source(
                        manifests.size() == 1
                                ? "the cohort"
                                : folderOf(manifest).getFileName().toString(),
                        manifest))
                .toList();
    }

    private static Path folderOf(Path manifest) {
        return manifest.toAbsolutePath().normalize().getParent();
    }

    private List<Source> drawn(Path folder, long seed, int threads, Progress progress) {
        List<Profile> profiles = Profiles.builtIn(new TargetNames(PortraitStudio.targetNames()));
        PortraitStudio studio = new PortraitStudio(
                AssetStore.in(ModelZoo.defaultHome(), progress).require());
        List<Source> sources = new ArrayList<>();
        for (double effect : factors()) {
            String name = name(effect);
            Recipe recipe = new Recipe(
                    Counts.proportional(subjects, profiles), profiles, PHOTOS, effect, seed, SIDE_PX, Set.of());
            Path place = place(folder, effect);
            progress.say("Drawing " + subjects + " synthetic children, " + name + ".");
            sources.add(new Source(
                    name,
                    SyntheticCohort.write(recipe, studio, place, progress, threads)
                            .manifest()));
        }
        return sources;
    }

    private List<Double> factors() {
        return effects.isEmpty() ? List.of(1.0) : effects.stream().distinct().toList();
    }

    private static String name(double effect) {
        return "effect " + Numbers.axis(effect);
    }

    private static Path place(Path folder, double effect) {
        return folder.resolve(name(effect).replace(' ', '-'));
    }
}
