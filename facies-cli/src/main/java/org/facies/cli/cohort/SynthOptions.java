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

/** Options for the recipe of a synthetic cohort. */
final class SynthOptions {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
    private static final int MOST_OF_A_CLASS = 100_000;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            defaultValue = "240",
            description = "draw this many children in total, in the proportions of the profiles (default:"
                    + " ${DEFAULT-VALUE})")
    @Bounds(least = 1, most = MOST_OF_A_CLASS, remedy = "Give 240, the usual number.")
    private int subjects;

    @Option(
            names = "--count",
            paramLabel = "CLASS=N",
            description = "draw this many children of a class, instead of --subjects; repeat the option for each class."
                    + " The class none has no syndrome")
    private Map<String, Integer> counts = new LinkedHashMap<>();

    @Option(
            names = "--photos",
            paramLabel = "N[-N]",
            defaultValue = "2",
            description = "draw this many photos of each child, or a range such as 1-3 (default: ${DEFAULT-VALUE})")
    private String photos = "";

    @Option(
            names = "--effect",
            paramLabel = "F",
            defaultValue = "1",
            description = "multiply all effect sizes of the profiles by this factor; 0 makes all classes alike"
                    + " (default: ${DEFAULT-VALUE})")
    private double effect;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "use this seed for all random" + " numbers (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--size",
            paramLabel = "PX",
            defaultValue = "256",
            description = "draw photos of this width and height, in pixels (default: ${DEFAULT-VALUE})")
    private int sizePx;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "draw the syndrome of this profile instead of the three built-in ones; repeat the option"
                    + " for several")
    private List<Path> profileFiles = List.of();

    @Option(
            names = "--trap",
            paramLabel = "NAME",
            description =
                    "plant a confounder or a leak that an audit should find: site-camera, site-background, ancestry"
                            + " or near-duplicates; repeat the option for several")
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
                "Give 1 for the effect sizes of the profiles.");
        require(
                sizePx >= 64 && sizePx <= 4096,
                "--size",
                sizePx,
                "is outside 64 to 4096 pixels",
                "Give 256, the" + " usual size.");
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
                String remedy = "To leave out a class, leave out its --count.";
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
