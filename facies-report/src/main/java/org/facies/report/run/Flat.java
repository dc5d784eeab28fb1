package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a tree of settings to dotted names and texts, in the order of the file: {@code training.epochs}, {@code 10}. */
final class Flat {
    private final Map<String, String> settings = new LinkedHashMap<>();

    private Flat() {}

    static Map<String, String> of(JsonNode tree) {
        return of("", tree);
    }

    /** With a name before all others. */
    static Map<String, String> of(String name, JsonNode tree) {
        Flat flat = new Flat();
        flat.add(name, tree);
        return flat.settings;
    }

    private void add(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(entry -> add(join(name, entry.getKey()), entry.getValue()));
        } else if (node.isArray()) {
            addList(name, node);
        } else if (!node.isMissingNode()) {
            settings.put(name, text(node));
        }
    }

    /** A list of plain values is one setting; in a list of objects each has its number. */
    private void addList(String name, JsonNode list) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isContainerNode()) {
                add(join(name, String.valueOf(i + 1)), list.get(i));
            } else {
                values.add(text(list.get(i)));
            }
        }
        if (!values.isEmpty()) {
            settings.put(name, String.join(", ", values));
        }
    }

    /** Numbers without an exponent and without zeros at the end. */
    private static String text(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asText();
    }

    private static String join(String parent, String child) {
        return parent.isEmpty() ? child : parent + "." + child;
    }
}
