package org.facies.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;

/** Writes the commented study file from the definition of its keys. */
final class TemplateText {
    private static final int WIDTH = 118;
    private static final int LEAST_COLUMN = 26;

    private static final String HEAD = """
            # A Facies study: the children, the models, and how these are trained and compared. Start it with
            #
            #   facies study run study.yaml --out runs/first
            #
            # Every key has a default, which the commented keys show. To change one, remove the "# " in front of the
            # key and of its group. A key that Facies does not know is an error. docs/reference/study-file.md describes
            # all keys.
            """;

    private final List<String> lines = new ArrayList<>();

    private TemplateText() {}

    /** The file. */
    static String write() {
        TemplateText text = new TemplateText();
        text.lines.addAll(HEAD.lines().toList());
        for (StudyKey key : StudyKeys.all()) {
            if (!key.isHidden()) {
                text.add(key);
            }
        }
        return String.join("\n", text.lines) + "\n";
    }

    private void add(StudyKey key) {
        String mark = key.isActive() ? "" : "# ";
        lines.add("");
        sentences(key.means(), "# ");
        if (key.template().isPresent()) {
            lines.addAll(key.template().get().lines().toList());
        } else if (!key.inTemplate().isEmpty()) {
            list(key);
        } else if (key.keys().isEmpty()) {
            words(key, "#   ");
            lines.add(mark + line(key));
        } else {
            lines.add(mark + key.name() + ":");
            group(key, mark + "  ");
        }
    }

    /** The entries of a list, in columns, and what its keys mean. */
    private void list(StudyKey key) {
        List<JsonNode> entries = new ArrayList<>();
        key.value().ifPresent(value -> value.forEach(entries::add));
        entries.addAll(key.inTemplate());
        Map<String, Integer> widths = new LinkedHashMap<>();
        entries.forEach(entry -> entry.properties()
                .forEach(field -> widths.merge(field.getKey(), cell(field).length(), Math::max)));
        lines.add(key.name() + ":");
        for (JsonNode entry : entries) {
            String cells = entry.properties().stream()
                    .map(field -> padded(cell(field) + ", ", widths.get(field.getKey()) + 2))
                    .collect(Collectors.joining());
            lines.add("  - {" + cells.strip().replaceFirst(",$", "}"));
        }
        key.alsoInTemplate().forEach(entry -> lines.add("  # - " + entry));
        for (StudyKey own : key.keys()) {
            if (!own.isExpert()) {
                sentences(own.means() + alternatives(own), "#   " + padded(own.name(), LEAST_COLUMN - 14));
            }
        }
        more(key, "#   ", ", training, candidates");
    }

    private static String cell(Map.Entry<String, JsonNode> field) {
        return field.getKey() + ": " + StudyKey.written(field.getValue());
    }

    private void group(StudyKey group, String indent) {
        int column = Math.max(
                LEAST_COLUMN,
                group.keys().stream()
                                .filter(key -> !key.isExpert() && key.keys().isEmpty())
                                .mapToInt(key -> line(key).length())
                                .max()
                                .orElse(0)
                        + 2);
        for (StudyKey key : group.keys()) {
            if (key.isExpert()) {
                continue;
            }
            String start = key.keys().isEmpty() ? line(key) : key.name() + ":";
            String meaning = key.isSpeltOut() ? key.means() : key.means() + alternatives(key);
            sentences(withoutStop(meaning), indent + padded(start, column) + "# ");
            if (key.isSpeltOut()) {
                words(key, indent + padded("", column) + "#   ");
            }
            group(key, indent + "  ");
        }
        more(group, indent + "# ", "");
    }

    /** Names the keys that the template leaves out. */
    private void more(StudyKey group, String indent, String further) {
        String names = group.keys().stream()
                .filter(StudyKey::isExpert)
                .map(StudyKey::name)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sentences("Further keys are " + names + further + ".", indent);
        }
    }

    private void words(StudyKey key, String indent) {
        key.choices().forEach((word, meaning) -> sentences(word + ": " + meaning, indent));
    }

    private static String alternatives(StudyKey key) {
        Map<String, String> words = key.choices().isEmpty() ? key.elements() : key.choices();
        return words.isEmpty() ? "" : " " + String.join(key.choices().isEmpty() ? ", " : " | ", words.keySet());
    }

    private static String withoutStop(String sentence) {
        return sentence.replaceFirst("\\.( [^.]* \\| [^.]*)?$", ":$1").replaceFirst(":$", "");
    }

    private static String line(StudyKey key) {
        return key.name() + ": " + StudyKey.written(key.value().orElseThrow());
    }

    /** Words in lines; each further line begins where the words of the first do. */
    private void sentences(String words, String indent) {
        String further = indent.replaceAll("[^#]", " ");
        StringBuilder line = new StringBuilder(indent);
        boolean isFirst = true;
        for (String word : words.split(" ", -1)) {
            if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(further);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
            isFirst = false;
        }
        lines.add(line.toString().stripTrailing());
    }

    private static String padded(String text, int width) {
        return text + String.join("", Collections.nCopies(Math.max(0, width - text.length()), " "));
    }
}
