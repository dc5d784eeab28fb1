package org.facies.synth.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** Reads a profile from a file's text, or lists everything that is wrong with it, each with its line. */
final class ProfileReader {
    private static final List<String> KEYS = List.of("diagnosis", "name", "proportion", "features");
    private static final List<String> FEATURE_KEYS =
            List.of("hpo", "label", "trait", "targets", "shift", "probability", "left_at_15");
    private static final String CLASS_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** The pattern of a diagnosis; {@code none} is reserved for children without a syndrome. */
    private static final String DIAGNOSIS = "(?!none$)" + CLASS_NAME;

    private static final String HPO_TERM = "HP:[0-9]{7}";

    /** Range of shifts: beyond 6 SD, or beyond 3 times a target's full strength, the result is no longer a face. */
    private static final Range SHIFT = new Range(-6, 6, "Give a shift in SD, for example 1.2 or -0.8.");

    private static final Range WEIGHT = new Range(-3, 3, "Give the weight for one SD, for example 0.3.");
    private static final Range SHARE = new Range(0, 1, "Give a fraction from 0 to 1, for example 0.7.");
    private static final Range PROPORTION =
            new Range(0.001, 1e6, "Give the number of children for each 1206 without a syndrome, for example 50.");

    private final String file;
    private final TargetNames targets;
    private final List<Problem> problems = new ArrayList<>();

    private record Range(double lowest, double highest, String remedy) {}

    /** @param file its name in messages */
    ProfileReader(String file, TargetNames targets) {
        this.file = file;
        this.targets = targets;
    }

    /** @throws BadInput naming every key and value that is wrong */
    Profile read(String text) {
        if (!(Located.parse(file, text) instanceof Located.Group top)) {
            throw new BadInput(file + " line 1", "", "is not a group of keys", "Write \"diagnosis: my-class\" first.");
        }
        checkKeys(top, KEYS);
        String diagnosis =
                text(top, "diagnosis", DIAGNOSIS, "Use at most 64 letters, digits, - and _, but not \"none\".");
        String name = text(top, "name", ".+", "Give the syndrome's name.");
        double proportion = number(top, "proportion", PROPORTION, Optional.of(50.0));
        List<Feature> features = features(top);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new Profile(diagnosis, name, proportion, features, text);
    }

    private List<Feature> features(Located.Group top) {
        List<Feature> features = new ArrayList<>();
        Located list = top.values().get("features");
        if (!(list instanceof Located.Items items) || items.values().isEmpty()) {
            problem(list == null ? top.line() : list.line(), "features", "is not a list", "List at least one feature.");
            return features;
        }
        Set<String> traits = new HashSet<>();
        for (Located item : items.values()) {
            if (item instanceof Located.Group group) {
                feature(group, traits).ifPresent(features::add);
            } else {
                problem(item.line(), "", "is not a feature", "Write \"- hpo: HP:0000316\" and its other keys below.");
            }
        }
        return features;
    }

    private Optional<Feature> feature(Located.Group group, Set<String> traits) {
        int before = problems.size();
        checkKeys(group, FEATURE_KEYS);
        String hpo = text(group, "hpo", HPO_TERM, "Write a term as HP:0000316.");
        String label = text(group, "label", ".+", "Give the term's name.");
        String trait = text(group, "trait", CLASS_NAME, "Name the trait, for example mouth-width.");
        Map<String, Double> weights = targets(group);
        double shift = number(group, "shift", SHIFT, Optional.empty());
        double probability = number(group, "probability", SHARE, Optional.empty());
        double left = number(group, "left_at_15", SHARE, Optional.of(1.0));
        if (!trait.isEmpty() && !traits.add(trait)) {
            problem(
                    group.lines().get("trait"),
                    trait,
                    "is shifted by two features",
                    "Give each feature a different trait.");
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Feature(hpo, label, new Trait(trait, weights), shift, probability, left));
    }

    private Map<String, Double> targets(Located.Group feature) {
        Map<String, Double> weights = new TreeMap<>();
        Located given = feature.values().get("targets");
        if (!(given instanceof Located.Group group) || group.values().isEmpty()) {
            problem(
                    given == null ? feature.line() : given.line(),
                    "targets",
                    "is not a group of targets",
                    "Write for example {mouth/mouth-scale-horiz-incr: 0.3}.");
            return weights;
        }
        for (String name : group.values().keySet()) {
            List<String> meant = targets.named(name);
            if (meant.isEmpty()) {
                String remedy = targets.closest(name)
                        .map(known -> "Did you mean \"" + known + "\"?")
                        .orElse("\"facies cohort synth --list-targets\" lists them all.");
                problem(group.lines().get(name), name, "is not a shape target", remedy);
            }
            double weight = number(group, name, WEIGHT, Optional.empty());
            meant.forEach(target -> weights.put(target, weight));
        }
        return weights;
    }

    private void checkKeys(Located.Group group, List<String> known) {
        for (String key : group.values().keySet()) {
            if (!known.contains(key)) {
                problem(
                        group.lines().get(key),
                        key,
                        "is not a known key of a profile",
                        "Known keys: " + String.join(", ", known) + ".");
            }
        }
    }

    private String text(Located.Group group, String key, String pattern, String remedy) {
        Located value = group.values().get(key);
        if (value == null) {
            problem(group.line(), key, "is missing", remedy);
        } else if (!(value instanceof Located.Text text)) {
            problem(value.line(), key, "is not a text", remedy);
        } else if (!text.value().matches(pattern)) {
            problem(value.line(), text.value(), "is not valid as " + key, remedy);
        } else {
            return text.value();
        }
        return "";
    }

    private double number(Located.Group group, String key, Range range, Optional<Double> standard) {
        Located value = group.values().get(key);
        if (value == null && standard.isPresent()) {
            return standard.get();
        }
        if (value == null) {
            problem(group.line(), key, "is missing", range.remedy());
            return 0;
        }
        String given = value instanceof Located.Text text ? text.value() : "";
        Optional<Double> number = value instanceof Located.Text text ? text.number() : Optional.empty();
        if (number.isEmpty()) {
            problem(value.line(), given, "is not a number for " + key, range.remedy());
        } else if (number.get() < range.lowest() || number.get() > range.highest()) {
            String what = "is outside %s to %s, the range of %s"
                    .formatted(plain(range.lowest()), plain(range.highest()), key);
            problem(value.line(), given, what, range.remedy());
        }
        return number.orElse(0.0);
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private void problem(int line, String value, String what, String remedy) {
        problems.add(new Problem(file + " line " + line, value, what, remedy));
    }
}
