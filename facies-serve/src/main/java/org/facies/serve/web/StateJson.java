package org.facies.serve.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Optional;

/** Records as the reading page's script receives them: keys in snake case, words in lower case, null for empty. */
public final class StateJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .addModule(new SimpleModule().addSerializer(new OrNull()))
            .build();

    private StateJson() {}

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unserialisable) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), unserialisable);
        }
    }

    /** The value, or null. */
    private static final class OrNull extends JsonSerializer<Optional<?>> {
        @Override
        public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider others) throws IOException {
            if (value.isPresent()) {
                others.defaultSerializeValue(value.get(), json);
            } else {
                json.writeNull();
            }
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a generic type
        public Class<Optional<?>> handledType() {
            return (Class) Optional.class;
        }
    }
}
