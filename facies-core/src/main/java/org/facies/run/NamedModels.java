package org.facies.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.file.Yaml.Unquoted;

/**
 * The models of settings before and after a change, by name: so a model that was added before others does not look like
 * a change of all models after it. Settings without a list of named models have none.
 */
final class NamedModels {
    private static final String MODELS = "models";

    private final List<String> before;
    private final List<String> now;

    NamedModels(JsonNode before, JsonNode now) {
        Optional<List<String>> was = names(before);
        Optional<List<String>> is = names(now);
        boolean areNamed = was.isPresent() && is.isPresent();
        this.before = areNamed ? was.get() : List.of();
        this.now = areNamed ? is.get() : List.of();
    }

    private static Optional<List<String>> names(JsonNode settings) {
        JsonNode models = settings.path(MODELS);
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode model : models) {
            JsonNode name = model.path("name");
            Unquoted.of(name)
                    .map(Unquoted::written)
                    .or(() -> Optional.ofNullable(name.textValue()))
                    .ifPresent(names::add);
        }
        return models.isArray() && names.size() == models.size() ? Optional.of(List.copyOf(names)) : Optional.empty();
    }

    /**
     * Which models were added, removed or put in another order. Afterwards, both maps contain the same models, each
     * under its present index.
     *
     * @param begun every value of the settings before, by its path
     * @param wanted those of the settings now
     */
    List<String> changes(Map<List<String>, JsonNode> begun, Map<List<String>, JsonNode> wanted) {
        List<String> added = without(now, before);
        List<String> removed = without(before, now);
        List<String> changes = new ArrayList<>();
        say(added, "added", changes);
        say(removed, "removed", changes);
        List<String> order = without(now, added);
        if (!without(before, removed).equals(order)) {
            changes.add("the order of the models was changed");
        }
        keep(begun, before, order);
        keep(wanted, now, order);
        return changes;
    }

    private static void say(List<String> models, String what, List<String> changes) {
        if (!models.isEmpty()) {
            changes.add((models.size() == 1 ? "model " : "models ")
                    + String.join(", ", models)
                    + (models.size() == 1 ? " was " : " were ")
                    + what);
        }
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(name -> !others.contains(name)).toList();
    }

    private void keep(Map<List<String>, JsonNode> values, List<String> names, List<String> kept) {
        Map<List<String>, JsonNode> all = new LinkedHashMap<>(values);
        values.clear();
        all.forEach((path, value) -> {
            int model = path.size() > 1 && path.get(0).equals(MODELS)
                    ? indices(names).indexOf(path.get(1))
                    : -1;
            if (model < 0) {
                values.put(path, value);
            } else if (kept.contains(names.get(model))) {
                List<String> present = new ArrayList<>(path);
                present.set(1, "[" + now.indexOf(names.get(model)) + "]");
                values.put(present, value);
            }
        });
    }

    private static List<String> indices(List<String> names) {
        List<String> indices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            indices.add("[" + i + "]");
        }
        return indices;
    }
}
