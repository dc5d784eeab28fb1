package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.file.Yaml.Unquoted;
import org.facies.input.BadInput;
import org.facies.input.Spelling;
import org.facies.schema.Shape.Field;
import org.facies.schema.Shape.Presence;

/**
 * Converts a tree to a value and notes every defect. Once something is wrong the value is of no use, but reading
 * continues to find the rest.
 */
final class RecordReader {
    private final RecordFormat.Undefined undefined;
    private final Defects defects;

    RecordReader(RecordFormat.Undefined undefined, Defects defects) {
        this.undefined = undefined;
        this.defects = defects;
    }

    /** The value; null where it cannot be made, and then at least one defect was noted. */
    Object read(JsonNode node, Shape shape, String path) {
        if (shape instanceof Shape.Fields fields) {
            return node.isObject() ? record(node, fields, path) : wrong(node, path, "a group of keys");
        }
        if (shape instanceof Shape.Dictionary dictionary) {
            return node.isObject() ? map(node, dictionary, path) : wrong(node, path, "a group of keys");
        }
        if (shape instanceof Shape.Sequence sequence) {
            return node.isArray() ? sequence(node, sequence, path) : wrong(node, path, "a list");
        }
        if (shape instanceof Shape.Custom custom) {
            return custom.form()
                    .read(node)
                    .orElseGet(() -> wrong(node, path, custom.form().expected()));
        }
        return shape instanceof Shape.Free ? node : scalar(node, shape, path);
    }

    private Object scalar(JsonNode given, Shape shape, String path) {
        JsonNode node = Unquoted.of(given)
                .map(plain -> isTextual(shape) ? TextNode.valueOf(plain.written()) : plain.value())
                .orElse(given);
        if (shape instanceof Shape.Text) {
            return node.isTextual() ? node.textValue() : wrong(node, path, "a text");
        }
        if (shape instanceof Shape.Whole whole) {
            return whole(node, whole.type(), path);
        }
        if (shape instanceof Shape.Real) {
            return real(node, path);
        }
        if (shape instanceof Shape.Flag) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrong(node, path, "true or false");
        }
        Map<String, Object> words = ((Shape.Word) shape).constants();
        Object constant = node.isTextual() ? words.get(node.textValue()) : null;
        return constant == null ? wrong(node, path, "one of " + String.join(", ", words.keySet())) : constant;
    }

    /** Whether a scalar without quotes is meant as it was written, {@code 007} for example. */
    private static boolean isTextual(Shape shape) {
        return shape instanceof Shape.Text || shape instanceof Shape.Word;
    }

    private Object whole(JsonNode node, Class<?> type, String path) {
        boolean isLong = type == long.class || type == Long.class;
        if (!node.isIntegralNumber() || !(isLong ? node.canConvertToLong() : node.canConvertToInt())) {
            return wrong(node, path, "a whole number");
        }
        return isLong ? (Object) node.longValue() : (Object) node.intValue();
    }

    private Object real(JsonNode node, String path) {
        if (node.isNull() && undefined == RecordFormat.Undefined.AS_NULL) {
            return Double.NaN;
        }
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? (Object) node.doubleValue()
                : wrong(node, path, "a number");
    }

    private Object sequence(JsonNode node, Shape.Sequence sequence, String path) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(read(node.get(i), sequence.element(), path + "[" + i + "]"));
        }
        if (elements.contains(null)) {
            return null;
        }
        if (sequence.array().isEmpty()) {
            return List.copyOf(elements);
        }
        Object array = Array.newInstance(sequence.array().get(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    private Object map(JsonNode node, Shape.Dictionary dictionary, String path) {
        Map<Object, Object> map = emptyMap(dictionary);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String at = below(path, entry.getKey());
            Object key = dictionary
                    .keys()
                    .map(words -> words.constants().get(entry.getKey()))
                    .orElseGet(() -> dictionary.keys().isEmpty() ? entry.getKey() : null);
            Object value = read(entry.getValue(), dictionary.value(), at);
            if (key == null) {
                unknown(at, entry.getKey(), dictionary.keys().get().constants().keySet());
            } else if (value != null) {
                map.put(key, value);
            }
        }
        if (dictionary.isTotal()) {
            dictionary.keys().orElseThrow().always().stream()
                    .filter(word -> !node.has(word))
                    .forEach(word -> defects.missing(below(path, word)));
        }
        return map;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the key type is an enum by construction
    private static Map<Object, Object> emptyMap(Shape.Dictionary dictionary) {
        return dictionary.keyType().isPresent()
                ? (Map) new EnumMap(dictionary.keyType().get())
                : new LinkedHashMap<>();
    }

    private Object record(JsonNode node, Shape.Fields fields, String path) {
        Set<String> known = new LinkedHashSet<>();
        keys(fields, known);
        Set<String> retired = retired(fields);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey()) && !retired.contains(entry.getKey())) {
                unknown(below(path, entry.getKey()), entry.getKey(), known);
            }
        }
        return components(node, fields, path);
    }

    private static Set<String> retired(Shape.Fields fields) {
        RetiredKeys keys = fields.type().getAnnotation(RetiredKeys.class);
        return keys == null ? Set.of() : Set.of(keys.value());
    }

    /** The record, from a node that may also have keys of the record around it. */
    private Object components(JsonNode node, Shape.Fields fields, String path) {
        int before = defects.count();
        List<Object> values = new ArrayList<>();
        for (Field field : fields.fields()) {
            values.add(component(node, field, path));
        }
        return defects.count() > before ? null : construct(fields, values, path);
    }

    private Object component(JsonNode node, Field field, String path) {
        if (field.presence() == Presence.INLINE) {
            return inline(node, field.shape(), path);
        }
        JsonNode value = node.get(field.key());
        String at = below(path, field.key());
        if (value != null) {
            Object read = read(value, field.shape(), at);
            return field.presence() == Presence.OPTIONAL ? Optional.ofNullable(read) : read;
        }
        return switch (field.presence()) {
            case OPTIONAL -> Optional.empty();
            case OMIT_EMPTY -> empty(field.shape());
            default -> {
                defects.missing(at);
                yield null;
            }
        };
    }

    private Object inline(JsonNode node, Shape shape, String path) {
        if (shape instanceof Shape.Fields fields) {
            return components(node, fields, path);
        }
        Shape.Dictionary dictionary = (Shape.Dictionary) shape;
        Map<Object, Object> map = emptyMap(dictionary);
        Shape.Word words = dictionary.keys().orElseThrow();
        words.constants().forEach((word, constant) -> {
            JsonNode value = node.get(word);
            if (value != null) {
                map.put(constant, read(value, dictionary.value(), below(path, word)));
            } else if (!words.addedLater().contains(word)) {
                defects.missing(below(path, word));
            }
        });
        return map;
    }

    private Object construct(Shape.Fields fields, List<Object> values, String path) {
        try {
            Class<?>[] types = Arrays.stream(fields.type().getRecordComponents())
                    .map(java.lang.reflect.RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = fields.type().getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException reason) {
                defects.refused(path, String.valueOf(reason.getMessage()));
                return null;
            }
            if (refused.getCause() instanceof BadInput reason) {
                reason.problems().forEach(problem -> defects.refused(path, problem.where() + " " + problem.what()));
                return null;
            }
            throw new IllegalStateException("constructor of " + fields.type(), refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("constructor of " + fields.type(), impossible);
        }
    }

    private static Object empty(Shape shape) {
        return shape instanceof Shape.Text ? "" : shape instanceof Shape.Dictionary ? Map.of() : List.of();
    }

    private static void keys(Shape.Fields fields, Set<String> keys) {
        for (Field field : fields.fields()) {
            if (field.presence() != Presence.INLINE) {
                keys.add(field.key());
            } else if (field.shape() instanceof Shape.Fields inner) {
                keys(inner, keys);
            } else {
                keys.addAll(((Shape.Dictionary) field.shape())
                        .keys()
                        .orElseThrow()
                        .constants()
                        .keySet());
            }
        }
    }

    private void unknown(String path, String key, Set<String> known) {
        defects.unknown(path, Spelling.closest(key, known));
    }

    private Object wrong(JsonNode node, String path, String expected) {
        defects.mistyped(path, node, expected);
        return null;
    }

    static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
