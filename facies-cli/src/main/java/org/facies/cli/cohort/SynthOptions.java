package org.facies.cli.cohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.cli.option.Bounds;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.facies.input.Spelling;
import org.facies.synth.population.Counts;
import org.facies.synth.population.Recipe;
import org.facies.synth.population.Recipe.PhotoCount;
import org.facies.synth.population.Trap;
import org.facies.synth.profile.Profile;
import org.facies.synth.profile.Profiles;
import org.facies.synth.profile.TargetNames;
import picocli.CommandLine.Option;

/** The recipe of a synthetic cohort, as options. */
final class SynthOptions {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
    private static final int MOST_OF_A_CLASS = 100_000;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            defaultValue = "240",
            description = "children altogether, in the proportions of the profiles (default: 240)")
    @Bounds(least = 1, most = MOST_OF_A_CLASS, remedy = "Give 240, the usual number.")
    private int subjects;

    @Option(
            names = "--count",
            paramLabel = "CLASS=N",
            description =
                    "children of a class, instead of --subjects; repeat it for each class; none is without a syndrome")
    private Map<String, Integer> counts = new LinkedHashMap<>();

    @Option(
            names = "--photos",
            paramLabel = "N[-N]",
            defaultValue = "2",
            description = "photos of each child, or from fewest to most (default: 2)")
    private String photos = "";

    @Option(
            names = "--effect",
            paramLabel = "F",
            defaultValue = "1",
            description = "factor on all shifts of the profiles; 0 makes all classes alike (default: 1)")
    private double effect;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "seed of all chance (default: 1)")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "PX",
            defaultValue = "256",
            description = "width and height of the photos (default: 256)")
    private int sizePx;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "a syndrome of your own instead of the three that come with Facies; repeat it for several")
    private List<Path> profileFiles = List.of();

    @Option(
            names = "--trap",
            paramLabel = "NAME",
            description =
                    "put in a shortcut or a leak on purpose, for audits to find; repeat it for several: site-camera,"
                            + " site-background, ancestry, near-duplicates")
    private List<String> traps = List.of();

    private final List<Problem> problems = new ArrayList<>();

    /** @throws BadInput naming every option that is wrong */
    Recipe recipe(TargetNames names) {
        List<Profile> profiles = profileFiles.isEmpty() ? Profiles.builtIn(names) : Profiles.read(profileFiles, names);
        Profiles.traits(profiles);
        Map<String, Integer> children = counts.isEmpty() ? proportional(profiles) : counted(profiles);
        PhotoCount photoCount = photoCount();
        Set<Trap> chosen = chosenTraps();
        require(
                effect >= 0 && effect <= 10,
                "--effect",
                effect,
                "is outside 0 to 10",
                "Give 1 for the profiles' shifts.");
        require(sizePx >= 64 && sizePx <= 4096, "--size", sizePx, "is outside 64 to 4096 pixels", "Give 256, say.");
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Recipe(children, profiles, photoCount, effect, seed, sizePx, chosen);
    }

    private Map<String, Integer> proportional(List<Profile> profiles) {
        int fewest = Counts.FEWEST * (profiles.size() + 1);
        if (subjects < fewest || subjects > MOST_OF_A_CLASS) {
            String remedy = "Give --count for each class to choose the numbers yourself.";
            problem("--subjects", subjects, "is outside " + fewest + " to " + MOST_OF_A_CLASS, remedy);
            return Map.of();
        }
        return Counts.proportional(subjects, profiles);
    }

    private Map<String, Integer> counted(List<Profile> profiles) {
        List<String> classes = Stream.concat(profiles.stream().map(Profile::diagnosis), Stream.of(Recipe.CONTROLS))
                .toList();
        counts.forEach((name, count) -> {
            if (!classes.contains(name)) {
                String remedy = Spelling.closest(name, classes)
                        .map(known -> "Did you mean \"" + known + "\"?")
                        .orElse("Classes here: " + String.join(", ", classes) + "; others need a --profile.");
                problem("--count", name, "is not a class", remedy);
            }
            if (count < 1 || count > MOST_OF_A_CLASS) {
                String remedy = "Leave a class out that you do not want.";
                problem("--count", name + "=" + count, "is outside 1 to " + MOST_OF_A_CLASS, remedy);
            }
        });
        return counts;
    }

    private PhotoCount photoCount() {
        Matcher range = RANGE.matcher(photos);
        int fewest = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int most = fewest > 0 && range.group(2) != null ? Integer.parseInt(range.group(2)) : fewest;
        if (fewest < 1 || most < fewest || most > 100) {
            problem("--photos", photos, "is not a number of photos from 1 to 100", "Give 2, or 1-3.");
            return new PhotoCount(1, 1);
        }
        return new PhotoCount(fewest, most);
    }

    private Set<Trap> chosenTraps() {
        Set<Trap> chosen = EnumSet.noneOf(Trap.class);
        for (String word : traps) {
            Trap.named(word)
                    .ifPresentOrElse(
                            chosen::add,
                            () -> problem("--trap", word, "is not a trap", "Use one of " + Trap.words() + "."));
        }
        return chosen;
    }

    private void require(boolean holds, String option, Object value, String what, String remedy) {
        if (!holds) {
            problem(option, value, what, remedy);
        }
    }

    private void problem(String option, Object value, String what, String remedy) {
        problems.add(new Problem(option, String.valueOf(value), what, remedy));
    }
}
