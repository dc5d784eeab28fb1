package org.facies.synth.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.synth.profile.Profile;

/** Divides children among classes. */
public final class Counts {
    /** Smallest number of children of a class, so that each of five folds can test one. */
    public static final int FEWEST = 5;

    private Counts() {}

    /**
     * A number of children in the profiles' proportions by largest remainder, but at least {@link #FEWEST} of each
     * class.
     *
     * @param total at least {@link #FEWEST} for each class
     * @return children of each class, those without a syndrome last
     */
    public static Map<String, Integer> proportional(int total, List<Profile> profiles) {
        if (total < FEWEST * (profiles.size() + 1)) {
            throw new IllegalArgumentException(total + " children for " + (profiles.size() + 1) + " classes");
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        profiles.forEach(profile -> parts.put(profile.diagnosis(), profile.proportion()));
        parts.put(Recipe.CONTROLS, Profile.CONTROLS);
        double all = parts.values().stream().mapToDouble(part -> part).sum();
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts.forEach((name, part) -> counts.put(name, (int) Math.max(FEWEST, Math.floor(total * part / all))));
        settle(counts, parts, total, total / all);
        return counts;
    }

    /** Step by step, the class that lacks most gets a child, or the class with the largest surplus loses one. */
    private static void settle(Map<String, Integer> counts, Map<String, Double> parts, int total, double each) {
        Comparator<String> byLack = Comparator.comparingDouble(name -> parts.get(name) * each - counts.get(name));
        List<String> names = new ArrayList<>(counts.keySet());
        int missing = total - counts.values().stream().mapToInt(n -> n).sum();
        for (; missing > 0; missing--) {
            counts.merge(names.stream().max(byLack).orElseThrow(), 1, Integer::sum);
        }
        for (; missing < 0; missing++) {
            String giver = names.stream()
                    .filter(name -> counts.get(name) > FEWEST)
                    .min(byLack)
                    .orElseThrow();
            counts.merge(giver, -1, Integer::sum);
        }
    }
}
