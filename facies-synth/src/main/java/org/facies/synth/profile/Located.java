package org.facies.synth.profile;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.file.Yaml;
import org.facies.input.BadInput;

/** A part of a YAML file with the line on which it begins, counted from 1. */
sealed interface Located {

    int line();

    /** An object: its keys in the order of the file, each with its line. */
    record Group(int line, Map<String, Located> values, Map<String, Integer> lines) implements Located {}

    record Items(int line, List<Located> values) implements Located {}

    record Text(int line, String value) implements Located {

        /** The value as a number; empty if it is not a finite number. */
        Optional<Double> number() {
            try {
                return Optional.of(Double.parseDouble(value)).filter(Double::isFinite);
            } catch (NumberFormatException words) {
                return Optional.empty();
            }
        }
    }

    /**
     * Parses the text of a file.
     *
     * @param file its name in messages
     * @throws BadInput with the line, if the text is not YAML or repeats a key
     */
    static Located parse(String file, String text) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(text)) {
            return parser.nextToken() == null ? new Group(1, Map.of(), Map.of()) : value(parser);
        } catch (JsonProcessingException malformed) {
            throw Yaml.malformed(file, malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("the text is in memory", impossible);
        }
    }

    private static Located value(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new JsonParseException(parser, "an alias, *" + parser.getText() + ", where a value is wanted");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(parser, line);
            case START_ARRAY -> items(parser, line);
            case VALUE_NULL -> new Text(line, "");
            default -> new Text(line, parser.getText());
        };
    }

    private static Group group(JsonParser parser, int line) throws IOException {
        Map<String, Located> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            lines.put(key, parser.currentTokenLocation().getLineNr());
            parser.nextToken();
            values.put(key, value(parser));
        }
        return new Group(line, values, lines);
    }

    private static Items items(JsonParser parser, int line) throws IOException {
        List<Located> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return new Items(line, values);
    }
}
