package org.facies.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.schema.RecordFormat.Undefined;
import org.junit.jupiter.api.Test;

class RecordFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RecordFormat<Outer> FORMAT = RecordFormat.of(Outer.class, Undefined.AS_NULL);

    enum Kind {
        FIRST,
        @JsonProperty("second-one")
        SECOND
    }

    enum Growing {
        OLD,
        @AddedLater
        YOUNG
    }

    @RetiredKeys("gone")
    record Versioned(@Inline Map<Growing, Integer> inline, Map<Growing, Integer> group) {}

    @Test
    void a_file_of_an_earlier_version_may_lack_later_keys_and_hold_retired_ones_and_no_others() throws Exception {
        RecordFormat<Versioned> format = RecordFormat.of(Versioned.class, Undefined.AS_NULL);
        Versioned earlier = format.read(
                JSON.readTree("{\"old\": 1, \"gone\": {\"p\": 0.1}, \"group\": {\"old\": 2}}"),
                "f.json",
                "Write it again.");
        assertThat(earlier).isEqualTo(new Versioned(Map.of(Growing.OLD, 1), Map.of(Growing.OLD, 2)));
        assertThat(format.write(new Versioned(Map.of(Growing.OLD, 1, Growing.YOUNG, 3), Map.of(Growing.OLD, 2)))
                        .toString())
                .isEqualTo("{\"old\":1,\"young\":3,\"group\":{\"old\":2}}");
        assertThat(format.schema("f").path("required").toString()).isEqualTo("[\"old\",\"group\"]");
        assertThatThrownBy(() -> format.read(
                        JSON.readTree("{\"young\": 1, \"lost\": 1, \"group\": {\"old\": 2}}"),
                        "f.json",
                        "Write it again."))
                .hasMessageContaining("old")
                .hasMessageContaining("lost");
    }

    record Ends(double low, double high) {}

    record Inner(double value, @Inline Ends ends, @OmitEmpty String reason) {}

    @Form.As(SwitchForm.class)
    record Switch(String said) {}

    static final class SwitchForm implements Form<Switch> {
        @Override
        public JsonNode write(Switch value) {
            return value.said().equals("true") ? BooleanNode.TRUE : TextNode.valueOf(value.said());
        }

        @Override
        public Optional<Switch> read(JsonNode node) {
            return node.isBoolean() || node.isTextual() ? Optional.of(new Switch(node.asText())) : Optional.empty();
        }

        @Override
        public String expected() {
            return "true or a text";
        }

        @Override
        public ObjectNode schema() {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never changed
    record Outer(
            String name,
            @JsonProperty("class") Kind kind,
            int count,
            long seed,
            boolean isOn,
            List<Inner> parts,
            Map<String, Inner> byName,
            @Inline Map<Kind, Double> byKind,
            Optional<Inner> extra,
            int[][] table,
            Switch way) {
        Outer {
            if (count < 0) {
                throw new IllegalArgumentException("count is negative");
            }
        }
    }

    private static Outer sample() {
        Inner inner = new Inner(Double.NaN, new Ends(.1, .2), "nobody");
        Map<Kind, Double> byKind = new LinkedHashMap<>(Map.of(Kind.FIRST, 1.5, Kind.SECOND, 2.0));
        return new Outer(
                "a",
                Kind.SECOND,
                3,
                Long.MAX_VALUE,
                true,
                List.of(inner, new Inner(1, new Ends(0, 2), "")),
                Map.of("x", inner),
                byKind,
                Optional.empty(),
                new int[][] {{1, 2}, {3}},
                new Switch("true"));
    }

    @Test
    void a_record_is_written_with_snake_case_keys_and_inlined_groups() {
        assertThat(FORMAT.write(sample()))
                .hasToString("{\"name\":\"a\",\"class\":\"second-one\",\"count\":3,\"seed\":9223372036854775807,"
                        + "\"is_on\":true,\"parts\":[{\"value\":null,\"low\":0.1,\"high\":0.2,\"reason\":\"nobody\"},"
                        + "{\"value\":1.0,\"low\":0.0,\"high\":2.0}],"
                        + "\"by_name\":{\"x\":{\"value\":null,\"low\":0.1,\"high\":0.2,\"reason\":\"nobody\"}},"
                        + "\"first\":1.5,\"second-one\":2.0,\"table\":[[1,2],[3]],\"way\":true}");
    }

    @Test
    void what_was_written_is_read_as_the_same() throws JsonProcessingException {
        ObjectNode written = FORMAT.write(sample());

        Outer read = FORMAT.read(JSON.readTree(written.toString()), "file", "Do it.");

        assertThat(FORMAT.write(read)).isEqualTo(written);
        assertThat(read.parts()).isEqualTo(sample().parts());
        assertThat(read.extra()).isEmpty();
    }

    @Test
    void every_key_that_is_removed_renamed_or_retyped_is_named() {
        for (String path : List.of(
                "name", "class", "count", "seed", "is_on", "parts", "by_name", "first", "second-one", "table", "way")) {
            ObjectNode removed = FORMAT.write(sample());
            removed.remove(path);
            refuses(removed, "file, key " + path + ": is missing. Do it.");

            ObjectNode renamed = FORMAT.write(sample());
            renamed.set(path + "s", renamed.remove(path));
            refuses(renamed, "file, key " + path + "s: is not a key of this file");

            ObjectNode retyped = FORMAT.write(sample());
            retyped.set(
                    path, retyped.get(path).isArray() ? TextNode.valueOf("x") : JsonNodeFactory.instance.arrayNode());
            refuses(retyped, "key " + path);
        }
    }

    @Test
    void defects_deep_inside_are_told_with_their_path_all_at_once() throws JsonProcessingException {
        ObjectNode tree = FORMAT.write(sample());
        ((ObjectNode) tree.path("parts").get(1)).remove("high");
        ((ObjectNode) tree.path("by_name").path("x")).put("value", "much");
        tree.put("count", 3_000_000_000L);

        assertThatThrownBy(() -> FORMAT.read(tree, "metrics.json", "Run it again."))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "metrics.json, key count: \"3000000000\" is not a whole number. Run it again.",
                        "metrics.json, key parts[1].high: is missing. Run it again.",
                        "metrics.json, key by_name.x.value: \"much\" is not a number. Run it again."));
    }

    @Test
    void a_value_that_the_record_refuses_is_told_and_not_a_bug() {
        refuses(FORMAT.write(sample()).put("count", -1), "file: is not valid (count is negative). Do it.");
    }

    @Test
    void an_undefined_number_is_refused_where_the_format_knows_none() {
        RecordFormat<Ends> defined = RecordFormat.of(Ends.class, Undefined.REFUSED);
        ObjectNode tree = defined.write(new Ends(0, Double.NaN));

        assertThatThrownBy(() -> defined.read(tree, "study.yaml", "Mend it."))
                .hasMessage("study.yaml, key high: \"null\" is not a number. Mend it.");
    }

    private static void refuses(JsonNode tree, String sentence) {
        assertThatThrownBy(() -> FORMAT.read(tree, "file", "Do it."))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }
}
