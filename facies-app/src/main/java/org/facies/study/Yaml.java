package org.facies.study;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.input.BadInput;

/** YAML in and out, strict: a key twice is an error, keys are snake_case. */
final class Yaml {
    static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final int MOST_BYTES = 1 << 20;

    private Yaml() {}

    /** The file as a tree; an empty file is an empty group. */
    static JsonNode read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BadInput(file.toString(), "", "is larger than 1 MiB", "Give a study file.");
            }
            try (JsonParser parser = MAPPER.createParser(Files.readAllBytes(file))) {
                JsonNode tree = MAPPER.readTree(parser);
                return tree == null ? MAPPER.createObjectNode() : tree;
            }
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String where = at == null ? file.toString() : file + " line " + at.getLineNr();
            // What the parser says of bytes that are no UTF-8 begins with the name of an exception.
            String what = malformed
                    .getOriginalMessage()
                    .lines()
                    .findFirst()
                    .orElse("malformed")
                    .replaceFirst("^(\\w+\\.)+\\w*Exception: ", "");
            throw new BadInput(where, "", "is not valid YAML (" + what + ")", "Indent with spaces, and close quotes.");
        } catch (IOException unreadable) {
            throw new BadInput(
                    file.toString(), "", "cannot be read", "Make a study file with: facies study init " + file + ".");
        }
    }

    static JsonNode resource(String name) {
        try (InputStream in = Yaml.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
