package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.facies.schema.Shape.Field;

/** Converts a value to a tree. */
final class RecordWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordWriter() {}

    static JsonNode write(Object value, Shape shape) {
        if (shape instanceof Shape.Text) {
            return NODES.textNode((String) value);
        }
        if (shape instanceof Shape.Whole) {
            return value instanceof Integer small ? NODES.numberNode(small) : NODES.numberNode((Long) value);
        }
        if (shape instanceof Shape.Real) {
            return value == null || Double.isNaN((Double) value) ? NODES.nullNode() : NODES.numberNode((double) value);
        }
        if (shape instanceof Shape.Flag) {
            return NODES.booleanNode((Boolean) value);
        }
        if (shape instanceof Shape.Word word) {
            return NODES.textNode(key(word, value));
        }
        if (shape instanceof Shape.Sequence sequence) {
            return array(value, sequence);
        }
        if (shape instanceof Shape.Dictionary dictionary) {
            ObjectNode group = NODES.objectNode();
            put((Map<?, ?>) value, dictionary, group);
            return group;
        }
        if (shape instanceof Shape.Fields fields) {
            ObjectNode group = NODES.objectNode();
            put(value, fields, group);
            return group;
        }
        return shape instanceof Shape.Custom custom ? custom.form().write(value) : (JsonNode) value;
    }

    private static ArrayNode array(Object value, Shape.Sequence sequence) {
        ArrayNode array = NODES.arrayNode();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> array.add(write(one, sequence.element())));
        } else {
            for (int i = 0; i < Array.getLength(value); i++) {
                array.add(write(Array.get(value, i), sequence.element()));
            }
        }
        return array;
    }

    /** Constants of an enum come in their order, texts in that of the map. */
    private static void put(Map<?, ?> map, Shape.Dictionary dictionary, ObjectNode group) {
        if (dictionary.keys().isEmpty()) {
            map.forEach((key, value) -> group.set((String) key, write(value, dictionary.value())));
            return;
        }
        dictionary.keys().get().constants().forEach((word, constant) -> {
            if (map.containsKey(constant)) {
                group.set(word, write(map.get(constant), dictionary.value()));
            }
        });
    }

    private static void put(Object value, Shape.Fields fields, ObjectNode group) {
        for (Field field : fields.fields()) {
            Object component = component(value, field);
            switch (field.presence()) {
                case REQUIRED -> group.set(field.key(), write(component, field.shape()));
                case OPTIONAL ->
                    ((Optional<?>) component)
                            .ifPresent(present -> group.set(field.key(), write(present, field.shape())));
                case OMIT_EMPTY -> {
                    if (!isEmpty(component)) {
                        group.set(field.key(), write(component, field.shape()));
                    }
                }
                case INLINE -> {
                    if (field.shape() instanceof Shape.Dictionary dictionary) {
                        put((Map<?, ?>) component, dictionary, group);
                    } else {
                        put(component, (Shape.Fields) field.shape(), group);
                    }
                }
            }
        }
    }

    private static String key(Shape.Word word, Object constant) {
        return word.constants().entrySet().stream()
                .filter(entry -> entry.getValue() == constant)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static boolean isEmpty(Object value) {
        return value instanceof String text
                ? text.isEmpty()
                : value instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) value).isEmpty();
    }

    private static Object component(Object value, Field field) {
        try {
            return field.component().getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("accessor of " + field.component(), impossible);
        }
    }
}
