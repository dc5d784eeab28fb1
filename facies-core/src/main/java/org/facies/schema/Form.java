package org.facies.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * Writes and reads values of a type that is not a record, list, map, text or number: for example a choice between a
 * truth value and a text. Named on the type with {@link As}. It needs a public constructor without arguments.
 *
 * @param <T> the type
 */
public interface Form<T> {

    /** The value as it is written. */
    JsonNode write(T value);

    /** The value of a node; empty if the node has no such value. */
    Optional<T> read(JsonNode node);

    /** What error messages say is expected, for example {@code "true, false or a file"}. */
    String expected();

    /** The JSON Schema of {@link #write}. */
    ObjectNode schema();

    /** Names the form of a type. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface As {
        /** The form. */
        Class<? extends Form<?>> value();
    }
}
