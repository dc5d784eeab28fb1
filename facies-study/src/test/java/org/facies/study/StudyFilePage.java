package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;

/** {@code docs/reference/study-file.md}, from the definition of the keys. */
final class StudyFilePage {
    private static final String HEAD = """
            <!-- Written by StudyReferenceTest from study-file.yaml of facies-core. Change that file, not this one. -->

            # The study file

            A study file is YAML. It says which children and models a study compares, and how. `facies study init
            study.yaml` writes a file with the usual keys and comments; this page describes every key.

            - Every key has a default, so that a key can be left out.
            - A key or value that Facies does not accept ends the command with exit code 2. All mistakes are reported
              together.
            - Texts need no quotes: `name: 007` is the text 007. Aliases of YAML (`*name`) are refused.
            - A finished run has the same keys with all defaults written out in its own `study.yaml`
              ([run files](run-files.md)).

            Background: [what a study compares](../explanation/contrasts.md),
            [why folds are of children](../explanation/children-not-photos.md),
            [how the default training was found](../explanation/fine-tuning.md). Tasks:
            [tune a model](../how-to/tune.md), [train on a card](../how-to/train-on-a-card.md). The columns of the
            manifest are in [its reference](manifest.md).
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private StudyFilePage() {}

    static String write() {
        StudyFilePage page = new StudyFilePage();
        page.overview();
        StudyKeys.all().stream().filter(key -> !key.isHidden()).forEach(page::section);
        return page.page.toString();
    }

    private void overview() {
        page.append("\n| key | meaning |\n|---|---|\n");
        for (StudyKey key : StudyKeys.all()) {
            if (!key.isHidden()) {
                row("[`" + key.name() + "`](#" + key.name() + ")", key.means());
            }
        }
    }

    private void section(StudyKey key) {
        page.append("\n## ")
                .append(key.name())
                .append("\n\n")
                .append(sentences(key))
                .append("\n");
        key.template().ifPresent(this::example);
        if (key.keys().isEmpty()) {
            if (key.value().isPresent()) {
                page.append("\n| value | default |\n|---|---|\n");
                row(values(key), code(key.value().get()));
                choices(key);
            }
        } else if (key.isReadApart() && key.value().isPresent()) {
            example(key.name() + ":\n"
                    + key.inTemplate().stream().map(this::entry).collect(Collectors.joining("\n"))
                    + "\n"
                    + key.alsoInTemplate().stream().map(entry -> "  - " + entry).collect(Collectors.joining("\n")));
            page.append("\nThe default:\n");
            List<String> entries = new ArrayList<>();
            key.value().get().forEach(entry -> entries.add(entry(entry)));
            example(key.name() + ":\n" + String.join("\n", entries));
            keys(key);
            page.append("""

                    A model can also have the groups [`training`](#training) and [`candidates`](#candidates), which
                    replace values of the study. An entry with `name` and `ensemble` is the mean of at least two other
                    models.
                    """);
        } else {
            keys(key);
        }
        others(key);
    }

    private String entry(JsonNode entry) {
        return "  - " + StudyKey.written(entry);
    }

    private void example(String yaml) {
        page.append("\n```yaml\n")
                .append(yaml.strip().replaceAll("(?m)^# ?", ""))
                .append("\n```\n");
    }

    private void keys(StudyKey group) {
        page.append("\n| key | value | default | meaning |\n|---|---|---|---|\n");
        rows(group, "");
        group.keys().forEach(this::choices);
        if (group.keys().stream().anyMatch(key -> !key.isTunable())) {
            page.append("\nAll of them can be tuned as [candidates](#candidates), except ")
                    .append(group.keys().stream()
                            .filter(key -> !key.isTunable())
                            .map(key -> "`" + key.name() + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }

    private void rows(StudyKey group, String prefix) {
        for (StudyKey key : group.keys()) {
            String name = prefix + key.name();
            if (key.keys().isEmpty()) {
                row(
                        "`" + name + "`",
                        values(key),
                        isRequired(key)
                                ? ""
                                : key.value().map(StudyFilePage::code).orElse(""),
                        isRequired(key) ? "Required. " + sentences(key) : sentences(key));
            } else {
                row("`" + name + "`", "a group of keys", "", sentences(key));
                rows(key, name + ".");
            }
        }
    }

    private static boolean isRequired(StudyKey key) {
        return key.path().startsWith("contrasts.") || key.path().equals("models.name");
    }

    private static String values(StudyKey key) {
        if (!key.choices().isEmpty()) {
            return key.choices().keySet().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
        String kind = key.value().filter(JsonNode::isArray).isPresent()
                ? key.limits().isOpen() ? "a list of texts" : "a list of numbers"
                : key.kind();
        String limits = key.limits().words();
        return limits.isEmpty() ? kind : kind + (kind.endsWith("s") ? ", each " : " ") + limits;
    }

    private void choices(StudyKey key) {
        Map<String, String> words = key.choices().isEmpty() ? key.elements() : key.choices();
        if (!words.isEmpty()) {
            page.append("\n`").append(key.name()).append("`:\n\n");
            words.forEach((word, meaning) -> page.append("- `")
                    .append(word)
                    .append("`: ")
                    .append(meaning)
                    .append("\n"));
        }
    }

    /** What the defaults are where another start, comparison or loss is chosen. */
    private void others(StudyKey key) {
        Map<String, ObjectNode> others = key.otherDefaults();
        if (!key.name().equals("training")) {
            return;
        }
        List<String> columns = List.of("scratch", "matched");
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(column -> others.get(column).fieldNames().forEachRemaining(names::add));
        page.append("\nThe defaults above are those of models from pretrained weights. Others differ in:\n\n")
                .append("| key | pretrained weights | random weights | `comparison: matched` |\n|---|---|---|---|\n");
        for (String name : names) {
            row(
                    "`" + name + "`",
                    code(key.key(name).value().orElseThrow()),
                    code(others.get("scratch").get(name)),
                    code(others.get("matched").get(name)));
        }
        page.append("\nWith `comparison: best` and without `candidates`, these are the candidates:\n");
        List<String> lists = new ArrayList<>();
        others.get("best")
                .properties()
                .forEach(list -> lists.add("    " + list.getKey() + ": " + StudyKey.written(list.getValue())));
        example("candidates:\n  training:\n" + String.join("\n", lists));
    }

    private static String sentences(StudyKey key) {
        return (key.means() + " " + key.more()).strip();
    }

    private static String code(JsonNode value) {
        return "`" + StudyKey.written(value) + "`";
    }

    private void row(String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(" ");
        }
        page.append("|\n");
    }
}
