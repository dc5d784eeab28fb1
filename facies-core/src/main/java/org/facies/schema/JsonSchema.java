package org.facies.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.facies.schema.Shape.Field;
import org.facies.schema.Shape.Presence;

/**
 * The JSON Schema (draft 2020-12) of a shape. Each record is defined once, under the name of its class. Keys carry the
 * descriptions of {@link Meanings}.
 */
final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TYPE = "type";

    private static final String DESCRIPTION = "description";

    private final RecordFormat.Undefined undefined;
    private final Meanings meanings = new Meanings();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    private JsonSchema(RecordFormat.Undefined undefined) {
        this.undefined = undefined;
    }

    static ObjectNode of(Shape.Fields shape, String title, RecordFormat.Undefined undefined) {
        JsonSchema schema = new JsonSchema(undefined);
        ObjectNode root = NODES.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(schema.group(shape));
        ObjectNode defined = root.putObject("$defs");
        schema.definitions.forEach(defined::set);
        return root;
    }

    private ObjectNode of(Shape shape) {
        if (shape instanceof Shape.Text) {
            return typed("string");
        }
        if (shape instanceof Shape.Whole) {
            return typed("integer");
        }
        if (shape instanceof Shape.Real) {
            return number();
        }
        if (shape instanceof Shape.Flag) {
            return typed("boolean");
        }
        if (shape instanceof Shape.Word word) {
            return words(word.constants().keySet());
        }
        if (shape instanceof Shape.Sequence sequence) {
            ObjectNode array = typed("array");
            array.set("items", of(sequence.element()));
            return array;
        }
        if (shape instanceof Shape.Dictionary dictionary) {
            ObjectNode group = typed("object");
            dictionary
                    .keys()
                    .ifPresent(keys ->
                            group.set("propertyNames", words(keys.constants().keySet())));
            group.set("additionalProperties", of(dictionary.value()));
            if (dictionary.isTotal()) {
                ArrayNode required = group.putArray("required");
                dictionary.keys().orElseThrow().always().forEach(required::add);
            }
            return group;
        }
        if (shape instanceof Shape.Fields fields) {
            return reference(fields);
        }
        return shape instanceof Shape.Custom custom ? custom.form().schema() : NODES.objectNode();
    }

    private ObjectNode number() {
        ObjectNode number = NODES.objectNode();
        if (undefined == RecordFormat.Undefined.AS_NULL) {
            number.putArray(TYPE).add("number").add("null");
        } else {
            number.put(TYPE, "number");
        }
        return number;
    }

    private ObjectNode reference(Shape.Fields fields) {
        String name = name(fields.type());
        if (owners.putIfAbsent(name, fields.type()) == null) {
            definitions.put(name, group(fields));
        }
        ObjectNode reference = NODES.objectNode();
        reference.put("$ref", "#/$defs/" + name);
        return reference;
    }

    /** The simple name, preceded by that of the class around it if another class has the name already. */
    private String name(Class<?> type) {
        String simple = type.getSimpleName();
        Class<?> owner = owners.get(simple);
        return owner == null || owner == type || type.getEnclosingClass() == null
                ? simple
                : type.getEnclosingClass().getSimpleName() + simple;
    }

    private ObjectNode group(Shape.Fields fields) {
        ObjectNode group = typed("object");
        describe(group, meanings.of(fields.type()));
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        add(fields, fields.type(), properties, required);
        group.set("properties", properties);
        group.set("required", required);
        group.put("additionalProperties", false);
        return group;
    }

    /** @param group the record whose group contains the keys; for inline fields it is the outer record */
    private void add(Shape.Fields fields, Class<?> group, ObjectNode properties, ArrayNode required) {
        for (Field field : fields.fields()) {
            if (field.presence() != Presence.INLINE) {
                properties.set(field.key(), describe(of(field.shape()), meanings.of(field, group)));
                if (field.presence() == Presence.REQUIRED) {
                    required.add(field.key());
                }
            } else if (field.shape() instanceof Shape.Fields inner) {
                add(inner, group, properties, required);
            } else {
                Shape.Dictionary dictionary = (Shape.Dictionary) field.shape();
                Shape.Word words = dictionary.keys().orElseThrow();
                words.constants()
                        .forEach((word, constant) -> properties.set(
                                word, describe(of(dictionary.value()), meanings.of((Enum<?>) constant))));
                words.always().forEach(required::add);
            }
        }
    }

    private static ObjectNode describe(ObjectNode schema, Meaning meaning) {
        return meaning.isKnown() ? schema.put(DESCRIPTION, meaning.sentence()) : schema;
    }

    private static ObjectNode words(Collection<String> words) {
        ObjectNode choice = NODES.objectNode();
        ArrayNode values = choice.putArray("enum");
        words.forEach(values::add);
        return choice;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put(TYPE, type);
    }
}
