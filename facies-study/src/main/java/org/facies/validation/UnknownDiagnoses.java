package org.facies.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facies.cohort.Cohort;
import org.facies.cohort.Subject;
import org.facies.input.Likeness;
import org.facies.input.Problem;

/**
 * Checks the diagnoses of another cohort and the options {@code --map} and {@code --without}. A class is suggested only
 * for a diagnosis whose spelling is close to that class alone. For any other diagnosis, the user decides.
 */
final class UnknownDiagnoses {
    /** Characters with a meaning in a shell or for {@code --map}, even in quotes. */
    private static final String NOT_TO_BE_PASTED = "\"$`!\\%=";

    private final Cohort other;
    private final List<String> classes;
    private final ExternalCohort.Fit fit;

    UnknownDiagnoses(Cohort other, List<String> classes, ExternalCohort.Fit fit) {
        this.other = other;
        this.classes = classes;
        this.fit = fit;
    }

    /** All problems together. */
    List<Problem> problems() {
        SortedMap<String, Long> subjects = other.subjects().stream()
                .collect(Collectors.groupingBy(Subject::diagnosis, TreeMap::new, Collectors.counting()));
        List<Problem> problems = new ArrayList<>();
        List<String> maps = new ArrayList<>();
        subjects.forEach((name, count) -> {
            if (!classes.contains(name)
                    && !fit.without().contains(name)
                    && !fit.renamed().containsKey(name)) {
                problems.add(unknown(name, count));
                alike(name).ifPresent(ours -> maps.add(map(name, ours)));
            }
        });
        if (maps.size() > 1) {
            problems.add(new Problem(
                    manifest(),
                    "",
                    "has " + maps.size() + " diagnoses that are spelt like a class of the run",
                    "If each means the same, add " + String.join(" ", maps) + "."));
        }
        options(subjects.keySet(), problems);
        return problems;
    }

    private Problem unknown(String name, long count) {
        String counted = count == 1 ? "1 child has it" : count + " children have it";
        String no = "is not a class of the run (" + String.join(", ", classes) + ")";
        Optional<String> like = Likeness.only(name, classes);
        if (like.isPresent()) {
            String remedy = alike(name)
                    .map(ours -> "If it means the same, add " + map(name, ours)
                            + "; otherwise leave these children out with" + " --without \"" + name + "\".")
                    .orElse("If it means the same, write it in the same way in the manifest.");
            return new Problem(manifest(), name, no + " but is spelt like \"" + like.get() + "\"; " + counted, remedy);
        }
        String out = isPasteable(name) ? " with --without \"" + name + "\"." : ".";
        return new Problem(
                manifest(),
                name,
                no + " and is " + (isLikeSeveral(name) ? "" : "not ") + "spelt like "
                        + (isLikeSeveral(name) ? "several" : "any") + " of them; " + counted,
                "Name the class that it counts as with --map THEIRS=OURS, or leave these children out" + out);
    }

    private boolean isLikeSeveral(String name) {
        return classes.stream().anyMatch(ours -> Likeness.key(ours).equals(Likeness.key(name)));
    }

    private Optional<String> alike(String name) {
        return Likeness.only(name, classes).filter(ours -> isPasteable(name) && isPasteable(ours));
    }

    private static String map(String theirs, String ours) {
        return "--map \"" + theirs + "=" + ours + "\"";
    }

    private static boolean isPasteable(String name) {
        return name.codePoints().noneMatch(c -> NOT_TO_BE_PASTED.indexOf(c) >= 0 || Character.isISOControl(c));
    }

    /** Checks the options: a misspelt diagnosis would otherwise be ignored without a message. */
    private void options(Set<String> theirs, List<Problem> problems) {
        new TreeMap<>(fit.renamed()).forEach((from, to) -> {
            if (!theirs.contains(from)) {
                problems.add(absent("--map", from, theirs));
            }
            if (!classes.contains(to)) {
                problems.add(new Problem(
                        "--map",
                        from + "=" + to,
                        "has no class of the run after the = sign",
                        Likeness.remedy(to, classes)));
            }
        });
        new TreeSet<>(fit.without()).forEach(name -> {
            if (!theirs.contains(name)) {
                problems.add(absent("--without", name, theirs));
            }
        });
    }

    private static Problem absent(String option, String name, Set<String> theirs) {
        return new Problem(
                option,
                name,
                "is not a diagnosis of this cohort (" + String.join(", ", theirs) + ")",
                Likeness.remedy(name, theirs, "Write one of them, or omit the option."));
    }

    private String manifest() {
        return other.manifest().toString();
    }
}
