package org.facies.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.schema.Shape.Field;
import org.facies.schema.Shape.Presence;

/**
 * Finds the shape of a type. Names are those of the record's components in snake case, or what {@link JsonProperty}
 * says.
 */
final class Shapes {
    private Shapes() {}

    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        Form.As form = plain.getAnnotation(Form.As.class);
        if (form != null) {
            return new Shape.Custom(plain, instance(form.value()));
        }
        if (plain.isRecord()) {
            return new Shape.Fields(plain, fields(plain));
        }
        if (plain.isEnum()) {
            return word(plain);
        }
        if (plain.isArray()) {
            return new Shape.Sequence(of(plain.getComponentType()), Optional.of(plain.getComponentType()));
        }
        return ofScalar(plain);
    }

    private static Shape ofScalar(Class<?> type) {
        if (type == String.class) {
            return new Shape.Text();
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return new Shape.Whole(type);
        }
        if (type == double.class || type == Double.class) {
            return new Shape.Real();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Shape.Flag();
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return new Shape.Free();
        }
        throw new IllegalArgumentException("no shape is known for " + type);
    }

    private static Shape ofGeneric(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            return new Shape.Sequence(of(arguments[0]), Optional.empty());
        }
        if (Map.class.isAssignableFrom(raw)) {
            boolean byWord = arguments[0] instanceof Class<?> key && key.isEnum();
            return new Shape.Dictionary(
                    byWord ? Optional.of(word((Class<?>) arguments[0])) : Optional.empty(),
                    byWord ? Optional.of((Class<?>) arguments[0]) : Optional.empty(),
                    of(arguments[1]),
                    byWord);
        }
        throw new IllegalArgumentException("no shape is known for " + generic);
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().trySetAccessible();
            fields.add(field(component));
        }
        return List.copyOf(fields);
    }

    private static Field field(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        Shape shape = of(optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type);
        if (component.isAnnotationPresent(OmitEmpty.class) && shape instanceof Shape.Dictionary partial) {
            shape = new Shape.Dictionary(partial.keys(), partial.keyType(), partial.value(), false);
        }
        Presence presence = optional
                ? Presence.OPTIONAL
                : component.isAnnotationPresent(Inline.class)
                        ? Presence.INLINE
                        : component.isAnnotationPresent(OmitEmpty.class) ? Presence.OMIT_EMPTY : Presence.REQUIRED;
        return new Field(key(component), component, shape, presence);
    }

    private static String key(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? snakeCase(component.getName()) : named.value();
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Shape.Word word(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Set<String> addedLater = new LinkedHashSet<>();
        for (Object constant : type.getEnumConstants()) {
            String word = word((Enum<?>) constant);
            constants.put(word, constant);
            if (field((Enum<?>) constant).isAnnotationPresent(AddedLater.class)) {
                addedLater.add(word);
            }
        }
        return new Shape.Word(constants, addedLater);
    }

    private static String word(Enum<?> constant) {
        JsonProperty named = field(constant).getAnnotation(JsonProperty.class);
        return named == null ? constant.name().toLowerCase(Locale.ROOT) : named.value();
    }

    private static java.lang.reflect.Field field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked") // a form is named on the type that it is the form of
    private static Form<Object> instance(Class<? extends Form<?>> type) {
        try {
            Constructor<? extends Form<?>> constructor = type.getDeclaredConstructor();
            constructor.trySetAccessible();
            return (Form<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(type + " needs a constructor without arguments", unusable);
        }
    }
}
