package org.facies.synth.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facies.input.Spelling;

/** The known shape targets, their counterparts on the other side, and their opposites. */
public final class TargetNames {
    /** Stands for left and right: {@code eyes/*-eye-move-out}. */
    private static final String BOTH_SIDES = "/*-";

    private static final Map<String, String> OPPOSITE_ENDINGS = Map.ofEntries(
            Map.entry("more", "less"),
            Map.entry("incr", "decr"),
            Map.entry("max", "min"),
            Map.entry("up", "down"),
            Map.entry("out", "in"),
            Map.entry("forward", "backward"),
            Map.entry("big", "small"),
            Map.entry("inflate", "deflate"),
            Map.entry("increase", "decrease"),
            Map.entry("convex", "concave"),
            Map.entry("uncompress", "compress"),
            Map.entry("moregreek", "lessgreek"),
            Map.entry("morehump", "lesshump"),
            Map.entry("potato", "point"));

    private final NavigableSet<String> names;
    private final Map<String, String> axes = new HashMap<>();
    private final Map<String, String> opposites = new HashMap<>();

    public TargetNames(Collection<String> names) {
        this.names = new TreeSet<>(names);
        this.names.forEach(this::pair);
    }

    /** All names, sorted. */
    public List<String> all() {
        return List.copyOf(names);
    }

    /** The targets with a name: two if it has a {@code *} for the side; none if there is no such target. */
    public List<String> named(String name) {
        List<String> meant = name.contains(BOTH_SIDES)
                ? List.of(name.replace(BOTH_SIDES, "/l-"), name.replace(BOTH_SIDES, "/r-"))
                : List.of(name);
        return names.containsAll(meant) ? meant : List.of();
    }

    /** The nearest known name, with sides as {@code *}, if it is near enough. */
    Optional<String> closest(String name) {
        return Spelling.closest(
                name, names.stream().map(TargetNames::bothSides).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String bothSides(String name) {
        return name.replace("/l-", BOTH_SIDES).replace("/r-", BOTH_SIDES);
    }

    /**
     * The same shape with weights of at least 0. A weight below 0 becomes the weight of the opposite target, if there
     * is one. If a target and its opposite both occur, their weights are subtracted.
     */
    public Map<String, Double> withoutNegatives(Map<String, Double> weights) {
        Map<String, Double> net = new TreeMap<>();
        weights.forEach((name, weight) -> {
            String axis = axis(name);
            net.merge(axis, axis.equals(name) ? weight : -weight, Double::sum);
        });
        Map<String, Double> result = new TreeMap<>();
        net.forEach((name, weight) -> {
            String opposite = opposites.get(name);
            if (weight < 0 && opposite != null) {
                result.put(opposite, -weight);
            } else {
                result.put(name, weight);
            }
        });
        return result;
    }

    /** The name that represents both a target and its opposite. */
    public String axis(String name) {
        return axes.getOrDefault(name, name);
    }

    private void pair(String name) {
        OPPOSITE_ENDINGS.forEach((more, less) -> {
            if (name.endsWith("-" + more)) {
                String opposite = name.substring(0, name.length() - more.length()) + less;
                if (names.contains(opposite)) {
                    axes.put(opposite, name);
                    opposites.put(name, opposite);
                }
            }
        });
    }
}
