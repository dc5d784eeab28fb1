package org.facies.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.nio.file.Path;

/** JSON as Facies writes it: records with snake_case names, indented, ended by a line feed, never half-written. */
public final class JsonFile {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

    private JsonFile() {}

    public static void write(Path file, Object value) {
        AtomicFile.write(file, text(value));
    }

    /** The value as the tree that {@link #write} writes. */
    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The text that {@link #write} writes. */
    public static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), unserialisable);
        }
    }
}
