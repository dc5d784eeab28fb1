package org.facies.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What a key means, for people.
 *
 * @param names of the keys below it, where they differ from file to file: {@code class} for a map by class; one for
 *     each level of nested maps
 * @param text what it is, a phrase without a full stop; empty where it is not described
 * @param range unit and range; may be empty
 * @param undefined when the value is null, or the key absent; may be empty
 */
public record Meaning(List<String> names, String text, String range, String undefined) {
    /** Of a key that is not described. */
    static final Meaning UNKNOWN = new Meaning(List.of(), "", "", "");

    private static final String SEPARATOR = " *\\| *";

    public Meaning {
        names = List.copyOf(names);
    }

    /**
     * Reads a line of {@code meanings.properties}: {@code <class> text | range | undefined}. The names and everything
     * from the first bar on may be left out.
     */
    static Meaning of(String line) {
        List<String> names = new ArrayList<>();
        String rest = line.strip();
        while (rest.startsWith("<")) {
            int end = rest.indexOf('>');
            names.add(rest.substring(1, end));
            rest = rest.substring(end + 1).strip();
        }
        String[] parts = rest.split(SEPARATOR, -1);
        return new Meaning(names, parts[0].strip(), part(parts, 1), part(parts, 2));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    /** Whether it is described. */
    public boolean isKnown() {
        return !text.isEmpty();
    }

    /** In one line: {@code share of correct answers. Range: 0 to 1. Undefined: there is no case.} */
    public String sentence() {
        return text
                + (range.isEmpty() ? "" : ". Range: " + range)
                + (undefined.isEmpty() ? "" : ". Undefined or absent: " + undefined);
    }
}
