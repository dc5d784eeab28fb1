package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts a tree to dotted names and texts, in its order: {@code training.epochs}, {@code 10}. */
final class DottedNames {
    private final Map<String, String> values = new LinkedHashMap<>();

    private DottedNames() {}

    static Map<String, String> of(JsonNode tree) {
        DottedNames names = new DottedNames();
        names.add("", tree);
        return names.values;
    }

    private void add(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(entry -> add(RecordReader.below(name, entry.getKey()), entry.getValue()));
        } else if (node.isArray()) {
            addList(name, node);
        } else {
            values.put(name, text(node));
        }
    }

    /** A list of plain values is one text; in a list of groups each has its number. */
    private void addList(String name, JsonNode list) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).isContainerNode()) {
                add(RecordReader.below(name, String.valueOf(i + 1)), list.get(i));
            } else {
                plain.add(text(list.get(i)));
            }
        }
        if (!plain.isEmpty()) {
            values.put(name, String.join(", ", plain));
        }
    }

    /** Numbers without an exponent and without zeros at the end. */
    private static String text(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asText();
    }
}
