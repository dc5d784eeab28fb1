package org.facies.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.facies.schema.Shape.Field;
import org.facies.schema.Shape.Presence;

/** Describes a shape for people: each record once, with its keys and all its paths. */
final class FormatReference {
    /** Of a choice with more words than this, the type names the first ones only. */
    private static final int MOST_WORDS = 4;

    private final RecordFormat.Undefined undefined;
    private final Meanings meanings = new Meanings();
    private final Map<Class<?>, List<KeyReference>> keys = new LinkedHashMap<>();
    private final Map<Class<?>, Set<String>> paths = new LinkedHashMap<>();

    private FormatReference(RecordFormat.Undefined undefined) {
        this.undefined = undefined;
    }

    static List<GroupReference> of(Shape.Fields shape, RecordFormat.Undefined undefined) {
        FormatReference reference = new FormatReference(undefined);
        reference.addRecord(shape, "");
        return reference.keys.entrySet().stream()
                .map(group -> new GroupReference(
                        group.getKey(),
                        List.copyOf(reference.paths.get(group.getKey())),
                        reference.meanings.of(group.getKey()),
                        group.getValue()))
                .toList();
    }

    private void addRecord(Shape.Fields shape, String path) {
        Set<String> known = paths.computeIfAbsent(shape.type(), none -> new LinkedHashSet<>());
        if (!path.isEmpty()) {
            known.add(path);
        }
        List<Child> children = new ArrayList<>();
        List<KeyReference> own = new ArrayList<>();
        keys.putIfAbsent(shape.type(), own);
        add(shape, shape.type(), own, children);
        children.forEach(child -> addBelow(child.shape, RecordReader.below(path, child.key)));
    }

    /** A key and the shape of its value. */
    private record Child(String key, Shape shape) {}

    private void add(Shape.Fields fields, Class<?> group, List<KeyReference> own, List<Child> children) {
        for (Field field : fields.fields()) {
            if (field.presence() != Presence.INLINE) {
                boolean isRequired = field.presence() == Presence.REQUIRED;
                addKey(field.key(), field.shape(), isRequired, meanings.of(field, group), own, children);
            } else if (field.shape() instanceof Shape.Fields inner) {
                add(inner, group, own, children);
            } else {
                Shape.Dictionary dictionary = (Shape.Dictionary) field.shape();
                Shape.Word words = dictionary.keys().orElseThrow();
                addWords(words);
                words.constants()
                        .forEach((word, constant) -> addKey(
                                word,
                                dictionary.value(),
                                words.always().contains(word),
                                meanings.of((Enum<?>) constant),
                                own,
                                children));
            }
        }
    }

    private void addKey(
            String key,
            Shape shape,
            boolean isRequired,
            Meaning meaning,
            List<KeyReference> own,
            List<Child> children) {
        String extended = key;
        Shape inner = shape;
        int level = 0;
        List<Class<?>> links = new ArrayList<>();
        while (inner instanceof Shape.Dictionary || inner instanceof Shape.Sequence) {
            if (inner instanceof Shape.Dictionary dictionary) {
                List<String> names = meaning.names();
                extended += ".<" + (level < names.size() ? names.get(level) : "name") + ">";
                level++;
                dictionary.keyType().ifPresent(links::add);
                dictionary.keys().ifPresent(this::addWords);
                inner = dictionary.value();
            } else {
                extended += "[]";
                inner = ((Shape.Sequence) inner).element();
            }
        }
        if (inner instanceof Shape.Fields fields) {
            links.add(fields.type());
        } else if (inner instanceof Shape.Word word) {
            links.add(typeOf(word));
        }
        own.add(new KeyReference(extended, type(inner), links, isRequired, meaning));
        children.add(new Child(extended, inner));
    }

    private void addBelow(Shape shape, String path) {
        if (shape instanceof Shape.Fields fields) {
            addRecord(fields, path);
        } else if (shape instanceof Shape.Word word) {
            addWords(word);
        }
    }

    private void addWords(Shape.Word word) {
        Class<?> type = typeOf(word);
        paths.computeIfAbsent(type, none -> new LinkedHashSet<>());
        keys.computeIfAbsent(
                type,
                none -> word.constants().entrySet().stream()
                        .map(one -> new KeyReference(
                                one.getKey(), "", List.of(), true, meanings.of((Enum<?>) one.getValue())))
                        .toList());
    }

    private static Class<?> typeOf(Shape.Word word) {
        return ((Enum<?>) word.constants().values().iterator().next()).getDeclaringClass();
    }

    private String type(Shape shape) {
        if (shape instanceof Shape.Real) {
            return undefined == RecordFormat.Undefined.AS_NULL ? "number or null" : "number";
        }
        if (shape instanceof Shape.Word word) {
            return word.constants().keySet().stream().limit(MOST_WORDS).collect(Collectors.joining(", "))
                    + (word.constants().size() > MOST_WORDS ? ", …" : "");
        }
        if (shape instanceof Shape.Custom custom) {
            return custom.form().expected();
        }
        return shape instanceof Shape.Text
                ? "text"
                : shape instanceof Shape.Whole
                        ? "whole number"
                        : shape instanceof Shape.Flag
                                ? "true or false"
                                : shape instanceof Shape.Fields ? "group" : "anything";
    }
}
