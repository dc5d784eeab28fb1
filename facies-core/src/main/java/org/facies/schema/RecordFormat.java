package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.facies.input.BadInput;

/**
 * Writes values of one record type as JSON or YAML, and reads them.
 *
 * <p>Every key is required, except for components of type {@link java.util.Optional} and those marked {@link
 * OmitEmpty}; a map from an enum needs every constant that is not {@link AddedLater}. A key that is missing, unknown or
 * of another type is refused; nothing is filled in. {@link RetiredKeys} are skipped.
 *
 * <pre>{@code
 * record Count(int subjects, int photos) {}
 * RecordFormat<Count> format = RecordFormat.of(Count.class, Undefined.AS_NULL);
 * Count count = format.read(tree, "cohort.json", "Run the study again to write it.");
 * }</pre>
 *
 * @param <T> the record type
 */
public final class RecordFormat<T extends Record> {
    private final Class<T> type;
    private final Undefined undefined;
    private final Function<T, List<Defect>> check;
    private final Shape.Fields shape;

    /** How undefined numbers are written and read. */
    public enum Undefined {
        /** NaN is written as null, and null is read as NaN. */
        AS_NULL,
        /** Null is not a number. */
        REFUSED
    }

    private RecordFormat(Class<T> type, Undefined undefined, Function<T, List<Defect>> check) {
        this.type = type;
        this.undefined = undefined;
        this.check = check;
        this.shape = (Shape.Fields) Shapes.of(type);
    }

    /**
     * The format of a type.
     *
     * @throws IllegalArgumentException if a component has an unsupported type
     */
    public static <T extends Record> RecordFormat<T> of(Class<T> type, Undefined undefined) {
        return of(type, undefined, value -> List.of());
    }

    /**
     * The format of a type with rules between its parts.
     *
     * @param check finds violations in a value that was read
     * @throws IllegalArgumentException if a component has an unsupported type
     */
    public static <T extends Record> RecordFormat<T> of(
            Class<T> type, Undefined undefined, Function<T, List<Defect>> check) {
        return new RecordFormat<>(type, undefined, check);
    }

    /** The value as a tree. */
    public ObjectNode write(T value) {
        return (ObjectNode) RecordWriter.write(value, shape);
    }

    /**
     * Every value in it as a text by its dotted name, for people: {@code training.epochs}, {@code 10}. A list of plain
     * values is one text; in a list of groups each has its number, from 1.
     */
    public Map<String, String> dotted(T value) {
        return DottedNames.of(write(value));
    }

    /**
     * The value that a tree states.
     *
     * @param tree of JSON, or of YAML with scalars as {@link org.facies.file.Yaml#read} gives them
     * @param file named in messages
     * @param remedy what to do about a file that is wrong, a sentence
     * @throws BadInput naming the file and every key that is missing, unknown or of another type, or else the keys that
     *     violate a rule
     */
    public T read(JsonNode tree, String file, String remedy) {
        Defects defects = new Defects(file, remedy);
        Object read = new RecordReader(undefined, defects).read(tree, shape, "");
        defects.requireNone();
        T value = type.cast(read);
        check.apply(value).forEach(defects::add);
        defects.requireNone();
        return value;
    }

    /** The JSON Schema of the type. */
    public ObjectNode schema(String title) {
        return JsonSchema.of(shape, title, undefined);
    }

    /** What every key means, for people: each record and each closed choice once, the file's own record first. */
    public List<GroupReference> reference() {
        return FormatReference.of(shape, undefined);
    }
}
