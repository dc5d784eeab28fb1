package org.facies.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** JSON as Facies writes it: records with snake_case names, indented, with a final line feed, written atomically. */
public final class JsonFile {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

    private JsonFile() {}

    public static void write(Path file, Object value) {
        AtomicFile.write(file, text(value));
    }

    /** The value as a tree, as {@link #write} writes it. */
    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The tree of a JSON text. A repeated key or text after the end is an error.
     *
     * @param json in UTF-8
     * @param where the source of the text, for messages
     * @param remedy a sentence for a text that is not valid
     * @throws BadInput if the text is not valid JSON
     */
    public static JsonNode parse(byte[] json, String where, String remedy) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException malformed) {
            ParseFailure failed = ParseFailure.of(where, malformed);
            throw new BadInput(failed.where(), "", "is not valid JSON (" + failed.reason() + ")", remedy);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
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
