package org.facies.result;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastKind;
import org.facies.result.settings.StudySettings;

/**
 * Settings in which the models of a contrast differ, apart from the factor that it is named after. Any of them can
 * cause a difference in accuracy.
 *
 * <pre>{@code
 * List<ContrastFairness.Difference> also = new ContrastFairness(settings).differences(contrast);
 * }</pre>
 */
public final class ContrastFairness {
    /** What a loss consists of. */
    private static final Set<String> LOSS = Set.of("loss", "scale", "margin");

    private static final Set<String> START = Set.of("pretrained");

    private static final String NOT_SET = "not set";

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
     * A setting that is no part of the factor.
     *
     * @param setting in words: {@code learning rate of the head}
     * @param added values of the added models that differ from their partner
     * @param subtracted values of their partners
     */
    public record Difference(String setting, List<String> added, List<String> subtracted) {
        public Difference {
            added = List.copyOf(added);
            subtracted = List.copyOf(subtracted);
        }
    }

    /** A contrast whose models differ in more than the factor. */
    public record Unfair(Contrast contrast, List<Difference> differences) {
        public Unfair {
            differences = List.copyOf(differences);
        }

        /** Why the contrast cannot be read as the effect of its factor; the settings are named next to it. */
        public String reason() {
            return switch (contrast.kind()) {
                case PRESENCE -> "The difference may not be due to " + contrast.name() + " alone.";
                case CHANGE ->
                    "The difference may not be due to the " + contrast.name().replaceFirst(" \\(.* minus .*", "")
                            + " alone.";
                case INTERACTION, NAMED ->
                    "The difference in the contrast “" + contrast.name() + "” may be due to any of several settings.";
            };
        }

        /** With the settings: {@code The models also differ in epochs (10; 6).} */
        public String sentence() {
            return "Contrast “" + contrast.name() + "”: " + reason() + " The models also differ in "
                    + differences.stream()
                            .map(one -> one.setting() + " (" + String.join(", ", one.added()) + "; "
                                    + String.join(", ", one.subtracted()) + ")")
                            .collect(Collectors.joining(", "))
                    + ".";
        }
    }

    /**
     * The differences apart from the factor.
     *
     * @return empty where there are none, and for a contrast with a model that is not trained: it differs in everything
     */
    public List<Difference> differences(Contrast contrast) {
        if (contrast.kind() == ContrastKind.INTERACTION
                || !byModel.keySet().containsAll(contrast.weights().keySet())) {
            return List.of();
        }
        Map<String, Set<String>> added = new LinkedHashMap<>();
        Map<String, Set<String>> subtracted = new LinkedHashMap<>();
        contrast.pairs().forEach(pair -> {
            Map<String, String> first = byModel.get(pair.get(0));
            Map<String, String> second = byModel.get(pair.get(1));
            Set<String> keys = new LinkedHashSet<>(first.keySet());
            keys.addAll(second.keySet());
            keys.removeAll(meant(contrast));
            for (String key : keys) {
                String one = first.getOrDefault(key, NOT_SET);
                String other = second.getOrDefault(key, NOT_SET);
                if (!one.equals(other)) {
                    added.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(one);
                    subtracted
                            .computeIfAbsent(key, none -> new LinkedHashSet<>())
                            .add(other);
                }
            }
        });
        return added.keySet().stream()
                .map(key -> new Difference(name(key), List.copyOf(added.get(key)), List.copyOf(subtracted.get(key))))
                .toList();
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

    /** All contrasts of the study that are not fair. */
    public List<Unfair> unfair() {
        return ContrastPlan.of(study).stream()
                .map(contrast -> new Unfair(contrast, differences(contrast)))
                .filter(contrast -> !contrast.differences().isEmpty())
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
