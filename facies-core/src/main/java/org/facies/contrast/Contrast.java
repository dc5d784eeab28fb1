package org.facies.contrast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison that a study plans before its results are known, as a weighted sum of models.
 *
 * <pre>{@code
 * Contrast pretraining = Contrast.pair("pretraining", "pretrained", "fresh");
 * Contrast start = new Contrast("start", Map.of("a", .5, "b", .5, "c", -.5, "d", -.5), Optional.of(0.05));
 * }</pre>
 *
 * @param name for the report
 * @param kind what it asks
 * @param weights by model; none is 0 and they sum to 0. Their order is that of the pairs
 * @param margin the largest difference that would not matter, above 0 and in the unit of the metric: 0.05 is 5
 *     percentage points of accuracy
 */
public record Contrast(String name, ContrastKind kind, Map<String, Double> weights, Optional<Double> margin) {
    private static final double ROUNDING = 1e-9;

    public Contrast {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (name.isBlank()) {
            throw new IllegalArgumentException("a contrast has no name");
        }
        if (weights.isEmpty() || weights.values().stream().anyMatch(w -> w == 0 || !Double.isFinite(w))) {
            throw new IllegalArgumentException("weights of contrast " + name + " are 0 or no numbers: " + weights);
        }
        if (Math.abs(sum(weights)) > ROUNDING) {
            throw new IllegalArgumentException("weights of contrast " + name + " do not sum to 0: " + weights);
        }
        if (margin.filter(most -> !(most > 0)).isPresent()) {
            throw new IllegalArgumentException("margin of contrast " + name + " is not above 0: " + margin.get());
        }
    }

    /** A contrast of kind {@link ContrastKind#NAMED}. */
    public Contrast(String name, Map<String, Double> weights, Optional<Double> margin) {
        this(name, ContrastKind.NAMED, weights, margin);
    }

    /** The first model minus the second. */
    public static Contrast pair(String name, String first, String second) {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put(first, 1.0);
        weights.put(second, -1.0);
        return new Contrast(name, weights, Optional.empty());
    }

    /** The same with a margin. */
    public Contrast withMargin(double most) {
        return new Contrast(name, kind, weights, Optional.of(most));
    }

    /**
     * The pairs of models in the contrast, the added model first. If each added model has a subtracted model of the
     * same weight at the same position, these two are a pair. Otherwise each added model is paired with each subtracted
     * model.
     */
    public List<List<String>> pairs() {
        List<String> added = signed(1);
        List<String> subtracted = signed(-1);
        List<List<String>> pairs = new ArrayList<>();
        boolean matched = matches(added, subtracted);
        for (int a = 0; a < added.size(); a++) {
            for (int s = 0; s < subtracted.size(); s++) {
                if (!matched || a == s) {
                    pairs.add(List.of(added.get(a), subtracted.get(s)));
                }
            }
        }
        return pairs;
    }

    private boolean matches(List<String> added, List<String> subtracted) {
        if (added.size() != subtracted.size()) {
            return false;
        }
        for (int i = 0; i < added.size(); i++) {
            if (Math.abs(weights.get(added.get(i)) + weights.get(subtracted.get(i))) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private List<String> signed(int sign) {
        return weights.entrySet().stream()
                .filter(weight -> Math.signum(weight.getValue()) == sign)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double sum(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
