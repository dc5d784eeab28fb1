package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.cohort.NamedClass;
import org.facies.file.Overlay;
import org.facies.file.Yaml;
import org.facies.input.Likeness;
import org.facies.reading.ReadingDesign.ShownClass;

/** Reads the classes from which a reader chooses. */
final class ShownClasses {
    private static final String KEY = "classes";
    private static final String LABEL = "label";
    private static final String NAME = "name";
    private static final int LEAST = 2;
    /** The number of digit keys on a keyboard, without 0. */
    private static final int MOST = 9;

    private static final int LONGEST_NAME = 60;

    private final Overlay overlay;
    private final String file;

    ShownClasses(Overlay overlay, String file) {
        this.overlay = overlay;
        this.file = file;
    }

    /**
     * Reads the list. An empty list stands for all classes of the cohort.
     *
     * @param known the classes of the cohort; empty if the cohort cannot be read
     */
    List<ShownClass> read(JsonNode given, Optional<List<NamedClass>> known) {
        List<ShownClass> classes = new ArrayList<>();
        if (given.isEmpty()) {
            known.orElse(List.of()).forEach(named -> classes.add(new ShownClass(named.label(), named.name())));
        }
        for (int i = 0; i < given.size(); i++) {
            classes.add(read(given.get(i), KEY + "[" + i + "]", known, classes));
        }
        boolean isKnown = known.isPresent() || !given.isEmpty();
        if (isKnown && (classes.size() < LEAST || classes.size() > MOST)) {
            overlay.problem(
                    KEY,
                    "",
                    given.isEmpty()
                            ? "is missing, and the cohort has " + classes.size()
                                    + (classes.size() == 1 ? " diagnosis" : " diagnoses")
                            : "has " + classes.size() + (classes.size() == 1 ? " class" : " classes"),
                    "List two to nine diagnoses of the cohort, one for each number key.");
        }
        return classes;
    }

    private ShownClass read(JsonNode given, String key, Optional<List<NamedClass>> known, List<ShownClass> before) {
        ObjectNode defaults = Yaml.MAPPER.createObjectNode().put(LABEL, "").put(NAME, "");
        ObjectNode stated = overlay.over(defaults, Shorthand.group(given, LABEL), key);
        String label = stated.get(LABEL).asText();
        String name = stated.get(NAME).asText().strip();
        Optional<NamedClass> named = known.flatMap(
                all -> all.stream().filter(one -> one.label().equals(label)).findFirst());
        if (label.isEmpty() && !overlay.hasProblem(key)) {
            overlay.problem(key + "." + LABEL, "", "is missing", "Write a diagnosis of the manifest.");
        } else if (known.isPresent() && named.isEmpty()) {
            List<String> labels = known.get().stream().map(NamedClass::label).toList();
            overlay.problem(
                    key + "." + LABEL, label, "is not a diagnosis of the cohort", Likeness.remedy(label, labels));
        }
        ShownClass shown = new ShownClass(
                label, name.isEmpty() ? named.map(NamedClass::name).orElse(label) : name);
        compare(shown, key, before);
        if (shown.name().length() > LONGEST_NAME) {
            overlay.problem(
                    key + "." + NAME,
                    shown.name(),
                    "is longer than " + LONGEST_NAME + " characters",
                    "Write a shorter name in " + file + ".");
        }
        return shown;
    }

    private void compare(ShownClass shown, String key, List<ShownClass> before) {
        for (ShownClass other : before) {
            if (other.label().equals(shown.label())) {
                overlay.problem(key + "." + LABEL, shown.label(), "is listed twice", "Remove one of the two.");
            } else if (Likeness.key(other.name()).equals(Likeness.key(shown.name()))) {
                overlay.problem(
                        key + "." + NAME,
                        shown.name(),
                        "is too similar to the name of \"" + other.label() + "\"",
                        "Give each class a different name.");
            }
        }
    }
}
