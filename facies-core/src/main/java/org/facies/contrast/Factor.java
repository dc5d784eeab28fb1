package org.facies.contrast;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A factor in which the models of a study differ.
 *
 * <pre>{@code
 * Factor start = Factor.presence("pretraining", List.of("pc", "pa"), List.of("fc", "fa"));
 * Factor loss = new Factor("loss", List.of(
 *         new Factor.Level("arcface", List.of("pa", "fa")), new Factor.Level("cosface", List.of("pc", "fc"))));
 * }</pre>
 *
 * @param name for the report
 * @param levels at least two, with different names; each model has one level
 */
public record Factor(String name, List<Level> levels) {
    private static final String WITH = "with";
    private static final String WITHOUT = "without";

    /**
     * One level of a factor.
     *
     * @param models that have this level
     */
    public record Level(String name, List<String> models) {
        public Level {
            models = List.copyOf(models);
        }
    }

    public Factor {
        levels = List.copyOf(levels);
        Set<String> names = new HashSet<>();
        Set<String> models = new HashSet<>();
        for (Level level : levels) {
            if (!names.add(level.name()) || !level.models().stream().allMatch(models::add)) {
                throw new IllegalArgumentException("factor " + name + " has a level or a model twice: " + levels);
            }
        }
    }

    /** A factor that a model has or does not have. */
    public static Factor presence(String name, List<String> with, List<String> without) {
        return new Factor(name, List.of(new Level(WITH, with), new Level(WITHOUT, without)));
    }

    /**
     * The name of the contrast of two levels: {@code loss (arcface minus cosface)}, or the factor's name for presence
     * and absence.
     */
    String contrastName(Level added, Level subtracted) {
        return kind(added, subtracted) == ContrastKind.PRESENCE
                ? name
                : name + " (" + added.name() + " minus " + subtracted.name() + ")";
    }

    ContrastKind kind(Level added, Level subtracted) {
        return added.name().equals(WITH) && subtracted.name().equals(WITHOUT)
                ? ContrastKind.PRESENCE
                : ContrastKind.CHANGE;
    }

    /** The level as text in the name of another factor's contrast. */
    String named(Level level) {
        return level.name().equals(WITH) || level.name().equals(WITHOUT) ? level.name() + " " + name : level.name();
    }
}
