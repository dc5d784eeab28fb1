package org.facies.report.section;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.report.run.Origin;
import org.facies.report.text.Numbers;

/**
 * How a model was trained.
 *
 * @param weights where the training started: pretrained or from scratch
 * @param other the settings that differ between models and have no column of their own
 */
public record Recipe(ModelKey key, String backbone, String weights, String loss, String other) {
    private static final Set<String> OWN_COLUMN = Set.of("backbone", "pretrained", "loss");

    /** The recipes of those models that the study describes. */
    static List<Recipe> of(Origin origin, List<ModelKey> models) {
        Map<String, Origin.Model> described =
                origin.models().stream().collect(Collectors.toMap(Origin.Model::name, model -> model, (a, b) -> a));
        return models.stream()
                .filter(key -> described.containsKey(key.name()))
                .map(key -> of(key, described.get(key.name()), origin.shared().keySet()))
                .toList();
    }

    private static Recipe of(ModelKey key, Origin.Model model, Set<String> shared) {
        String weights = switch (model.setting("pretrained")) {
            case "" -> Numbers.UNDEFINED;
            case "false" -> "from scratch";
            default -> "pretrained";
        };
        String other = model.settings().entrySet().stream()
                .filter(entry -> !OWN_COLUMN.contains(entry.getKey()) && !shared.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return new Recipe(key, model.setting("backbone"), weights, model.setting("loss"), other);
    }
}
