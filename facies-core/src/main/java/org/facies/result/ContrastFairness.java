package org.facies.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastKind;
import org.facies.result.settings.StudySettings;

/**
 * Settings in which the models of a contrast differ, apart from the factor that it is named after. Any of them can
 * cause a difference in accuracy.
 *
 * <pre>{@code
 * Optional<String> also = new ContrastFairness(settings).differences(contrast);
 * }</pre>
 */
public final class ContrastFairness {
    /** What a loss consists of. */
    private static final Set<String> LOSS = Set.of("loss", "scale", "margin");

    private static final Set<String> START = Set.of("pretrained");

    private final StudySettings study;
    private final Map<String, Map<String, String>> byModel = new LinkedHashMap<>();

    /** For the models of a study. */
    public ContrastFairness(StudySettings study) {
        this.study = study;
        study.models().stream()
                .filter(model -> !model.isFrozen())
                .forEach(model -> byModel.put(model.name(), StudySettings.Model.FORMAT.dotted(model)));
    }

    /**
     * The differences apart from the factor: {@code epochs 6 and 10, head_learning_rate 0.006 and 3.0E-4}.
     *
     * @return empty where there are none, and for a contrast with a model that is not trained: it differs in everything
     */
    public Optional<String> differences(Contrast contrast) {
        if (contrast.kind() == ContrastKind.INTERACTION
                || !byModel.keySet().containsAll(contrast.weights().keySet())) {
            return Optional.empty();
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        contrast.pairs().forEach(pair -> {
            Map<String, String> first = byModel.get(pair.get(0));
            Map<String, String> second = byModel.get(pair.get(1));
            Set<String> keys = new LinkedHashSet<>(first.keySet());
            keys.addAll(second.keySet());
            keys.removeAll(meant(contrast));
            for (String key : keys) {
                String one = first.getOrDefault(key, "nothing");
                String other = second.getOrDefault(key, "nothing");
                if (!one.equals(other)) {
                    Set<String> own = values.computeIfAbsent(key, none -> new LinkedHashSet<>());
                    own.add(one);
                    own.add(other);
                }
            }
        });
        List<String> words = new ArrayList<>();
        values.forEach((key, own) -> words.add(name(key) + " " + String.join(" and ", own)));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** A key in words: {@code learning rate of the head}. */
    private static String name(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return switch (last) {
            case "freeze_below" -> "layers frozen up to";
            case "trunk_learning_rate" -> "learning rate of the trunk";
            case "embedding_learning_rate" -> "learning rate of the embedding layer";
            case "head_learning_rate" -> "learning rate of the head";
            case "head_start" -> "start of the head";
            default -> last.replace('_', ' ');
        };
    }

    /** All contrasts of the study that are not fair, a sentence each. */
    public List<String> sentences() {
        return ContrastPlan.of(study).stream()
                .flatMap(contrast -> differences(contrast)
                        .map(also ->
                                "The models of the contrast “" + contrast.name() + "” also differ in: " + also + ".")
                        .stream())
                .toList();
    }

    private static Set<String> meant(Contrast contrast) {
        Set<String> keys = new LinkedHashSet<>(Set.of("name"));
        if (contrast.kind() == ContrastKind.PRESENCE || contrast.name().startsWith("start ")) {
            keys.addAll(START);
        }
        if (contrast.name().startsWith("loss ")) {
            keys.addAll(LOSS);
        }
        return keys;
    }
}
