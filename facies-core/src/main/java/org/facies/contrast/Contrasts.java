package org.facies.contrast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.contrast.Factor.Level;

/** Derives contrasts from the factors of a study. */
public final class Contrasts {
    /** Name of the contrast that shows whether the effect of one factor depends on the other. */
    public static final String INTERACTION = "interaction";

    private Contrasts() {}

    /**
     * The contrasts of factors. A factor with two levels gives one contrast: the first level minus the second. A factor
     * with more levels gives one contrast for each further level minus the first. Each contrast is the mean over those
     * combinations of the other factors in which every level of the factor has a model. If these are not all
     * combinations, the name of the contrast lists them. Two factors of two levels with all four combinations also give
     * their interaction: the effect of one factor at the first level of the other minus its effect at the second, not
     * halved. Models that a factor does not name are omitted.
     *
     * @param factors in the order in which their contrasts are returned
     * @return empty if no factor has models to compare
     */
    public static List<Contrast> ofFactors(List<Factor> factors) {
        List<Contrast> contrasts = new ArrayList<>();
        for (int f = 0; f < factors.size(); f++) {
            List<Factor> others = new ArrayList<>(factors);
            others.remove(f);
            contrasts.addAll(mainEffects(factors.get(f), others));
        }
        interaction(factors).ifPresent(contrasts::add);
        return contrasts;
    }

    /** One combination of levels of the other factors, with its models. */
    private record Stratum(List<String> levels, List<String> models) {

        List<String> at(Level level) {
            return level.models().stream().filter(models::contains).toList();
        }
    }

    private static List<Contrast> mainEffects(Factor factor, List<Factor> others) {
        List<Stratum> all = strata(factor, others);
        List<Stratum> complete = all.stream()
                .filter(stratum -> factor.levels().stream()
                        .noneMatch(level -> stratum.at(level).isEmpty()))
                .toList();
        if (complete.isEmpty() || factor.levels().size() < 2) {
            return List.of();
        }
        String within = complete.size() == all.size() ? "" : ", " + within(complete);
        List<Level> levels = factor.levels();
        if (levels.size() == 2) {
            return List.of(mainEffect(factor, levels.get(0), levels.get(1), complete, within));
        }
        return levels.subList(1, levels.size()).stream()
                .map(level -> mainEffect(factor, level, levels.get(0), complete, within))
                .toList();
    }

    private static Contrast mainEffect(
            Factor factor, Level added, Level subtracted, List<Stratum> strata, String within) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Stratum stratum : strata) {
            put(weights, stratum.at(added), 1.0 / strata.size());
        }
        for (Stratum stratum : strata) {
            put(weights, stratum.at(subtracted), -1.0 / strata.size());
        }
        return new Contrast(
                factor.contrastName(added, subtracted) + within,
                factor.kind(added, subtracted),
                weights,
                Optional.empty());
    }

    /** Divides a weight equally between models. */
    private static void put(Map<String, Double> weights, List<String> models, double weight) {
        models.forEach(model -> weights.put(model, weight / models.size()));
    }

    /** Each combination of levels of the other factors that has a model of the factor. */
    private static List<Stratum> strata(Factor factor, List<Factor> others) {
        List<String> models = factor.levels().stream()
                .flatMap(level -> level.models().stream())
                .toList();
        List<Stratum> strata = List.of(new Stratum(List.of(), models));
        for (Factor other : others) {
            List<Stratum> finer = new ArrayList<>();
            for (Stratum stratum : strata) {
                for (Level level : other.levels()) {
                    List<String> names = new ArrayList<>(stratum.levels());
                    names.add(other.named(level));
                    finer.add(new Stratum(names, stratum.at(level)));
                }
            }
            strata = finer;
        }
        return strata.stream().filter(stratum -> !stratum.models().isEmpty()).toList();
    }

    private static String within(List<Stratum> strata) {
        return String.join(
                        " and ",
                        strata.stream()
                                .map(stratum -> String.join(", ", stratum.levels()))
                                .toList()) + " only";
    }

    private static Optional<Contrast> interaction(List<Factor> factors) {
        if (factors.size() != 2
                || factors.stream().anyMatch(factor -> factor.levels().size() != 2)) {
            return Optional.empty();
        }
        List<Stratum> strata = strata(factors.get(0), factors.subList(1, 2));
        Level first = factors.get(0).levels().get(0);
        Level second = factors.get(0).levels().get(1);
        boolean complete = strata.size() == 2
                && strata.stream()
                        .noneMatch(stratum -> stratum.at(first).isEmpty()
                                || stratum.at(second).isEmpty());
        if (!complete) {
            return Optional.empty();
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        put(weights, strata.get(0).at(first), 1);
        put(weights, strata.get(1).at(second), 1);
        put(weights, strata.get(0).at(second), -1);
        put(weights, strata.get(1).at(first), -1);
        return Optional.of(new Contrast(INTERACTION, ContrastKind.INTERACTION, weights, Optional.empty()));
    }
}
