package org.facies.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Subject;
import org.facies.input.BadInput;
import org.facies.input.Likeness;
import org.facies.input.Problem;

/** The class that is counted and the sizes that are drawn: the settings, checked against a cohort. */
final class SizeGrid {
    private static final int SIZES = 8;
    private static final double SMALLEST_SHARE = 1.0 / SIZES;

    private final Map<String, Integer> subjects = new TreeMap<>();
    private final PowerSettings settings;

    SizeGrid(Cohort cohort, PowerSettings settings) {
        this.settings = settings;
        cohort.classes().forEach(name -> subjects.put(name, 0));
        for (Subject subject : cohort.subjects()) {
            subjects.merge(subject.diagnosis(), 1, Integer::sum);
        }
        requireEnough();
    }

    /** The class that is counted: the named one, or the one with the fewest subjects (the first of several). */
    String rareClass() {
        return settings.rareClass()
                .map(this::known)
                .orElseGet(() -> subjects.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey());
    }

    /** The sizes in rising order. */
    List<Integer> sizes() {
        int all = subjects.get(rareClass());
        return settings.sizes().isEmpty() ? standard(all) : checked(all);
    }

    private List<Integer> standard(int all) {
        double smallest = Math.max(settings.folds(), all * SMALLEST_SHARE);
        return IntStream.range(0, SIZES)
                .map(i -> (int) Math.round(smallest * Math.pow(all / smallest, (double) i / (SIZES - 1))))
                .distinct()
                .boxed()
                .toList();
    }

    private List<Integer> checked(int all) {
        List<Problem> problems = new ArrayList<>();
        int before = 0;
        for (int size : settings.sizes()) {
            String value = String.valueOf(size);
            if (size < settings.folds()) {
                problems.add(new Problem(
                        "sizes",
                        value,
                        "is fewer than the " + settings.folds() + " folds of each draw",
                        "Draw at least " + settings.folds() + ", or lower --folds."));
            } else if (size > all) {
                problems.add(new Problem(
                        "sizes",
                        value,
                        "is more than the " + all + " subjects of " + rareClass() + " with a usable photo",
                        "Draw at most " + all + "; larger sizes are extrapolated and marked so."));
            } else if (size <= before) {
                problems.add(new Problem(
                        "sizes",
                        value,
                        "is not in rising order, or a size occurs twice",
                        "Write the sizes as" + " 10,20,40."));
            }
            before = Math.max(before, size);
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return settings.sizes();
    }

    private String known(String name) {
        if (!subjects.containsKey(name)) {
            throw new BadInput(
                    "rare class", name, "is not a class of the cohort", Likeness.remedy(name, subjects.keySet()));
        }
        return name;
    }

    private void requireEnough() {
        List<Problem> problems = new ArrayList<>();
        if (subjects.size() < 2) {
            problems.add(new Problem(
                    "cohort", "", "has one class only", "Add a second class, such as children without a syndrome."));
        }
        subjects.forEach((name, count) -> {
            if (count < settings.folds()) {
                problems.add(new Problem(
                        "cohort, class " + name,
                        "",
                        "has " + count + (count == 1 ? " child" : " children") + " with a usable photo, fewer than the "
                                + settings.folds() + " folds",
                        "Add photos, or lower --folds."));
            }
        });
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
