package org.facies.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.facies.contrast.Contrast;
import org.facies.contrast.Contrasts;
import org.facies.contrast.Factor;
import org.facies.result.settings.PlannedContrast;
import org.facies.result.settings.Pretrained;
import org.facies.result.settings.StudySettings;

/**
 * The contrasts that a study plans: those of its factors, then those that it names.
 *
 * <pre>{@code
 * List<Contrast> planned = ContrastPlan.of(settings);
 * }</pre>
 */
public final class ContrastPlan {
    private static final String PRETRAINING = "pretraining";
    private static final String LOSS = "loss";

    private ContrastPlan() {}

    /** The contrasts; none where the study names none and its models cross neither start nor loss. */
    public static List<Contrast> of(StudySettings study) {
        List<Contrast> contrasts = new ArrayList<>(Contrasts.ofFactors(factors(study)));
        study.contrasts().forEach(named -> contrasts.add(named(named)));
        Optional<Double> margin = study.evaluation().margin().filter(most -> most > 0);
        return contrasts.stream()
                .map(contrast -> margin.map(contrast::withMargin).orElse(contrast))
                .toList();
    }

    /** The factors that a study names, or else start and loss, as far as its models differ in them. */
    public static List<Factor> factors(StudySettings study) {
        if (study.factors().isEmpty()) {
            return found(study);
        }
        return study.factors().entrySet().stream()
                .map(factor -> new Factor(
                        factor.getKey(),
                        factor.getValue().entrySet().stream()
                                .map(level -> new Factor.Level(level.getKey(), level.getValue()))
                                .toList()))
                .toList();
    }

    /** The largest group of models that are trained from one backbone. */
    private static List<Factor> found(StudySettings study) {
        Map<String, List<StudySettings.Model>> byBackbone = study.models().stream()
                .filter(model -> !model.isFrozen())
                .collect(Collectors.groupingBy(StudySettings.Model::backbone, LinkedHashMap::new, Collectors.toList()));
        List<StudySettings.Model> models = List.of();
        for (List<StudySettings.Model> own : byBackbone.values()) {
            models = own.size() > models.size() ? own : models;
        }
        List<Factor> factors = new ArrayList<>();
        Map<Boolean, List<String>> starts = models.stream()
                .collect(Collectors.partitioningBy(
                        model -> !(model.pretrained() instanceof Pretrained.Fresh),
                        Collectors.mapping(StudySettings.Model::name, Collectors.toList())));
        if (!starts.get(true).isEmpty() && !starts.get(false).isEmpty()) {
            factors.add(Factor.presence(PRETRAINING, starts.get(true), starts.get(false)));
        }
        Map<String, List<String>> losses = models.stream()
                .collect(Collectors.groupingBy(
                        model -> model.loss().name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(StudySettings.Model::name, Collectors.toList())));
        if (losses.size() > 1) {
            factors.add(new Factor(
                    LOSS,
                    losses.entrySet().stream()
                            .map(level -> new Factor.Level(level.getKey(), level.getValue()))
                            .toList()));
        }
        return factors;
    }

    private static Contrast named(PlannedContrast planned) {
        Map<String, Double> weights = new LinkedHashMap<>();
        planned.plus().forEach(model -> weights.put(model, 1.0 / planned.plus().size()));
        planned.minus()
                .forEach(model -> weights.put(model, -1.0 / planned.minus().size()));
        return new Contrast(planned.name(), weights, Optional.empty());
    }
}
