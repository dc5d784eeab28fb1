package org.facies.reading;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.file.Yaml;
import org.facies.file.Yaml.Unquoted;

/** In a list of groups of keys, a text stands for a group that has only the first key. */
final class Shorthand {
    private Shorthand() {}

    /** The group; whatever is neither a text nor a group stays as it is. */
    static JsonNode group(JsonNode given, String key) {
        return given.isTextual() || Unquoted.of(given).isPresent()
                ? Yaml.MAPPER.createObjectNode().set(key, given)
                : given;
    }
}
