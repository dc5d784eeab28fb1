package org.facies.model.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;

/**
 * The header of a safetensors file: {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}},
 * and texts under {@code "__metadata__"}. It is read token by token, and unexpected content is refused where it occurs.
 *
 * @param refusals makes the error messages
 */
record SafetensorsHeader(Refusals refusals) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String METADATA = "__metadata__";

    /** The ranges of the tensors, in the header's order. */
    Map<String, StoredRange> ranges(byte[] header) throws IOException {
        if (header.length == 0 || header[0] != '{') {
            throw damaged("does not begin with a brace");
        }
        try (JsonParser json = JSON.createParser(text(header))) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            Map<String, StoredRange> ranges = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                expect(json, json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals(METADATA)) {
                    skipTexts(json);
                } else {
                    ranges.put(name, range(json, name));
                }
            }
            if (json.nextToken() != null) {
                throw damaged("continues after its last brace");
            }
            return ranges;
        } catch (JsonProcessingException broken) {
            throw damaged("is not JSON (" + broken.getOriginalMessage() + ")");
        }
    }

    private String text(byte[] header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw damaged("is not UTF-8");
        }
    }

    private void skipTexts(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            expect(json, json.nextToken(), JsonToken.VALUE_STRING);
        }
    }

    private StoredRange range(JsonParser json, String name) throws IOException {
        Optional<NumberType> type = Optional.empty();
        Optional<List<Long>> shape = Optional.empty();
        List<Long> offsets = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            switch (json.currentName()) {
                case "dtype" -> type = Optional.of(type(json, name));
                case "shape" -> shape = Optional.of(numbers(json));
                case "data_offsets" -> offsets = numbers(json);
                default -> throw refusals.part("header", json.currentName(), "is unknown", Refusals.FETCH_AGAIN);
            }
        }
        if (type.isEmpty() || shape.isEmpty() || offsets.size() != 2) {
            throw refusals.tensor(name, "is not described by dtype, shape and two data_offsets", Refusals.FETCH_AGAIN);
        }
        return new StoredRange(type.get(), shape.get(), offsets.get(0), offsets.get(1));
    }

    private NumberType type(JsonParser json, String name) throws IOException {
        expect(json, json.nextToken(), JsonToken.VALUE_STRING);
        String code = json.getText();
        return NumberType.ofCode(code)
                .orElseThrow(() -> refusals.tensor(
                        name,
                        "is of the unknown type \"" + code.substring(0, Math.min(20, code.length())) + "\"",
                        "Save it as F32, F16 or BF16."));
    }

    private List<Long> numbers(JsonParser json) throws IOException {
        expect(json, json.nextToken(), JsonToken.START_ARRAY);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT && numbers.size() <= StridedView.MAX_RANK) {
            long number = json.getLongValue();
            if (number < 0) {
                throw damaged("contains the size " + number);
            }
            numbers.add(number);
        }
        expect(json, json.currentToken(), JsonToken.END_ARRAY);
        return numbers;
    }

    private void expect(JsonParser json, JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw damaged("has " + found + " at character "
                    + json.currentTokenLocation().getCharOffset() + " where " + wanted + " belongs");
        }
    }

    private BadInput damaged(String what) {
        return refusals.part("header", "", what, Refusals.FETCH_AGAIN);
    }
}
