package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.input.Problem;

/** What is wrong with the keys of a file. */
final class Defects {
    /** A file of another kind has hundreds of defects; the rest are only counted. */
    private static final int MOST_TOLD = 20;

    private static final int LONGEST_VALUE = 40;

    private final String file;
    private final String remedy;
    private final List<Problem> problems = new ArrayList<>();
    private int count;

    Defects(String file, String remedy) {
        this.file = file;
        this.remedy = remedy;
    }

    int count() {
        return count;
    }

    void missing(String path) {
        add(path, "", "is missing");
    }

    void unknown(String path, Optional<String> meant) {
        add(
                path,
                "",
                "is not a key of this file"
                        + meant.map(key -> " (did you mean " + key + "?)").orElse(""));
    }

    void mistyped(String path, JsonNode node, String expected) {
        String value = node.isContainerNode() ? "" : node.asText();
        String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        String kind = node.isArray() ? "is a list, not " : node.isObject() ? "is a group of keys, not " : "is not ";
        add(path, node.isNull() ? "null" : shown, kind + expected);
    }

    void refused(String path, String reason) {
        add(path, "", "is not valid (" + reason + ")");
    }

    void add(Defect defect) {
        add(defect.key(), "", defect.what());
    }

    /** @throws BadInput if anything is wrong */
    void requireNone() {
        if (count > MOST_TOLD) {
            problems.add(new Problem(file, "", "has " + (count - MOST_TOLD) + " more defects", remedy));
        }
        if (count > 0) {
            throw new BadInput(problems);
        }
    }

    private void add(String path, String value, String what) {
        count++;
        if (count <= MOST_TOLD) {
            problems.add(new Problem(path.isEmpty() ? file : file + ", key " + path, value, what, remedy));
        }
    }
}
