package org.facies.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.facies.align.CropGeometry;

/** Model cards as JSON: keys in snake case, unknown keys refused, a geometry as its id. */
public final class CardJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(new GeometryId())
                    .addDeserializer(CropGeometry.class, new GeometryById()))
            .build();

    private CardJson() {}

    /** The card of an installed model, with the hash of its ONNX file. */
    record Installed(ModelCard card, String onnxSha256) {}

    /** An array of cards, each with the information whether the model is installed. */
    public static String write(List<ModelZoo.Entry> models) {
        return text(models);
    }

    static String write(Installed card) {
        return text(card);
    }

    /** Reads the text of {@link #write(Installed)}. */
    static Installed read(String json) throws IOException {
        return MAPPER.readValue(json, Installed.class);
    }

    static List<ModelCard> readAll(InputStream json) throws IOException {
        return MAPPER.readValue(json, new TypeReference<List<ModelCard>>() {});
    }

    private static String text(Object card) {
        try {
            return MAPPER.writeValueAsString(card) + "\n";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class GeometryId extends StdSerializer<CropGeometry> {
        GeometryId() {
            super(CropGeometry.class);
        }

        @Override
        public void serialize(CropGeometry geometry, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(geometry.id());
        }
    }

    private static final class GeometryById extends StdDeserializer<CropGeometry> {
        GeometryById() {
            super(CropGeometry.class);
        }

        @Override
        public CropGeometry deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String id = json.getText();
            return InputSpec.GEOMETRIES.stream()
                    .filter(geometry -> geometry.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> context.weirdStringException(id, CropGeometry.class, "no such geometry"));
        }
    }
}
