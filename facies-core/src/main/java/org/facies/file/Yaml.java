package org.facies.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.input.BadInput;

/**
 * Strict YAML: a repeated key is an error, and keys are snake_case. Every text is read back as it was written, because
 * a text that could be mistaken for another type is quoted ({@link TextQuotes}).
 */
public final class Yaml {
    public static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .stringQuotingChecker(new TextQuotes())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int MOST_BYTES = 1 << 20;

    private Yaml() {}

    /** An unquoted scalar that looks like a number or a truth value: its text, and its value. */
    public record Unquoted(String written, JsonNode value) {
        @Override
        public String toString() {
            return written;
        }

        /** The unquoted scalar in a node; empty if the node holds something else. */
        public static Optional<Unquoted> of(JsonNode node) {
            return node instanceof POJONode pojo && pojo.getPojo() instanceof Unquoted unquoted
                    ? Optional.of(unquoted)
                    : Optional.empty();
        }
    }

    /**
     * The file as a tree; an empty file is an empty object. Numbers and truth values are {@link Unquoted}, because only
     * the key decides whether {@code 007} is a number or a name.
     */
    public static JsonNode read(Path file) {
        return read(file, "Make a study file with: facies study init " + file + ".");
    }

    /**
     * The tree of a file that is not a study file.
     *
     * @param remedy a sentence for a file that cannot be read
     */
    public static JsonNode read(Path file, String remedy) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInput(file.toString(), "", "is larger than 1 MiB", remedy);
            }
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new BadInput(file.toString(), "", "cannot be read", remedy);
        }
    }

    /** A text in double quotes, as written in a file. */
    public static String quoted(String text) {
        try {
            return MAPPER.writer()
                    .without(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .writeValueAsString(text)
                    .strip();
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    /** The tree of a text from {@link #write}. */
    public static JsonNode parse(String written) {
        try {
            return read("settings", written.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the text is in memory", impossible);
        }
    }

    private static JsonNode read(String file, byte[] bytes) throws IOException {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            return parser.nextToken() == null ? MAPPER.createObjectNode() : node(file, parser);
        } catch (JsonProcessingException malformed) {
            throw malformed(file, malformed);
        }
    }

    /**
     * The error for a file that is not valid YAML.
     *
     * @param file its name in messages
     */
    public static BadInput malformed(String file, JsonProcessingException failure) {
        ParseFailure failed = ParseFailure.of(file, failure);
        return new BadInput(
                failed.where(),
                "",
                "is not valid YAML (" + failed.reason() + ")",
                "Indent with spaces, and close quotes.");
    }

    private static JsonNode node(String file, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(file, parser);
            case START_ARRAY -> list(file, parser);
            case VALUE_NULL -> NullNode.getInstance();
            case VALUE_TRUE, VALUE_FALSE -> unquoted(parser.getText(), BooleanNode.valueOf(parser.getBooleanValue()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            default -> text(file, parser);
        };
    }

    private static JsonNode group(String file, JsonParser parser) throws IOException {
        ObjectNode group = MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            group.set(key, node(file, parser));
        }
        return group;
    }

    private static JsonNode list(String file, JsonParser parser) throws IOException {
        ArrayNode list = MAPPER.createArrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(file, parser));
        }
        return list;
    }

    private static JsonNode text(String file, JsonParser parser) throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new BadInput(
                    file + " line " + parser.currentTokenLocation().getLineNr(),
                    "*" + parser.getText(),
                    "is an alias, which Facies does not follow",
                    "Write the value itself, or put a text that begins with * in quotes.");
        }
        boolean nothing =
                parser.getText().isEmpty() && parser.currentTokenLocation().equals(parser.currentLocation());
        return nothing ? NullNode.getInstance() : TextNode.valueOf(parser.getText());
    }

    /** Reads a number. Some texts that YAML calls numbers, such as 1:30.5, cannot be read as one and stay texts. */
    private static JsonNode number(JsonParser parser) throws IOException {
        String written = parser.getText();
        try {
            Number value = parser.getNumberValue();
            return unquoted(written, MAPPER.valueToTree(value));
        } catch (JsonProcessingException | NumberFormatException noNumber) {
            return TextNode.valueOf(written);
        }
    }

    private static JsonNode unquoted(String written, JsonNode value) {
        return new POJONode(new Unquoted(written, value));
    }

    /** The text of a file that is read back as the same tree. */
    public static String write(JsonNode tree) {
        ObjectWriter writer = MAPPER.writer();
        try {
            return (hasLineBreak(tree) ? writer.without(YAMLGenerator.Feature.MINIMIZE_QUOTES) : writer)
                    .writeValueAsString(tree);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalStateException(unserialisable);
        }
    }

    /**
     * Whether a text has a line break. With few quotes, the generator writes it as a block, which can change the text.
     */
    private static boolean hasLineBreak(JsonNode tree) {
        if (tree.isTextual()) {
            return tree.textValue().indexOf('\n') >= 0;
        }
        for (JsonNode child : tree) {
            if (hasLineBreak(child)) {
                return true;
            }
        }
        return false;
    }

    /** The tree of a resource in the package of a class. */
    public static JsonNode resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
