package org.facies.synth.population;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.synth.profile.Profile;

/**
 * All settings that determine a synthetic cohort. The same recipe gives the same photos, byte for byte.
 *
 * @param subjects number of children of each class, in class order; {@link #CONTROLS} have no syndrome
 * @param profiles one for each other class
 * @param photos of each child
 * @param effect factor on all shifts of the profiles; with 0 the classes do not differ
 * @param sidePx width and height of the photos
 * @param traps deliberate confounding and data leakage
 */
public record Recipe(
        Map<String, Integer> subjects,
        List<Profile> profiles,
        PhotoCount photos,
        double effect,
        long seed,
        int sidePx,
        Set<Trap> traps) {
    /** The class of children without a syndrome. */
    public static final String CONTROLS = "none";

    public Recipe {
        subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
        profiles = List.copyOf(profiles);
        traps = Set.copyOf(traps);
        List<String> drawable = profiles.stream().map(Profile::diagnosis).toList();
        for (Map.Entry<String, Integer> count : subjects.entrySet()) {
            boolean known = count.getKey().equals(CONTROLS) || drawable.contains(count.getKey());
            if (!known || count.getValue() < 0) {
                throw new IllegalArgumentException("cannot draw " + count.getValue() + " of " + count.getKey());
            }
        }
        if (!(effect >= 0 && effect <= 10) || sidePx < 64 || sidePx > 4096) {
            throw new IllegalArgumentException("effect " + effect + ", side " + sidePx);
        }
    }

    /** The number of photos of each child, uniformly distributed from the fewest to the most. */
    public record PhotoCount(int fewest, int most) {
        public PhotoCount {
            if (fewest < 1 || most < fewest || most > 100) {
                throw new IllegalArgumentException(fewest + " to " + most + " photos");
            }
        }
    }

    /** The profiles of the classes that have children. */
    public List<Profile> drawn() {
        return profiles.stream()
                .filter(profile -> subjects.getOrDefault(profile.diagnosis(), 0) > 0)
                .toList();
    }

    public int total() {
        return subjects.values().stream().mapToInt(n -> n).sum();
    }
}
