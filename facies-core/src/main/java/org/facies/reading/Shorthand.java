package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.file.Yaml;
import org.facies.file.Yaml.Unquoted;

/** The short form of list entries: a text stands for a group with only the first key. */
final class Shorthand {
    private Shorthand() {}

    /** The group of a text; any other value is returned unchanged. */
    static JsonNode group(JsonNode given, String key) {
        return given.isTextual() || Unquoted.of(given).isPresent()
                ? Yaml.MAPPER.createObjectNode().set(key, given)
                : given;
    }
}
