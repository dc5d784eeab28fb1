package org.facies.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.facies.file.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyKeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{least: 2}|of 2 or more|1.9|2",
                "{above: 0}|above 0|0|0.1",
                "{least: 0, most: 1}|from 0 to 1|1.1|1",
                "{least: 0, below: 1}|of 0 or more and below 1|1|0",
                "{above: 0, most: 1}|above 0 and at most 1|0|1",
                "{above: 0, below: 2}|above 0 and below 2|2|1.99",
            })
    void a_range_says_in_words_what_it_accepts(String range, String words, double refused, double accepted)
            throws IOException {
        Limits limits = Limits.of(yaml(range));

        assertThat(limits.words()).isEqualTo(words);
        assertThat(limits.isOpen()).isFalse();
        assertThat(limits.allows(refused)).isFalse();
        assertThat(limits.allows(accepted)).isTrue();
        assertThat(limits.allows(Double.NaN)).isFalse();
    }

    @Test
    void without_a_range_every_number_is_accepted() throws IOException {
        Limits open = Limits.of(yaml("{}"));

        assertThat(open.isOpen()).isTrue();
        assertThat(open.words()).isEmpty();
        assertThat(open.allows(-1e300)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{default: 5}|a whole number",
                "{default: 0.5}|a number",
                "{default: true}|true or false",
                "{default: [1]}|a list",
                "{default: text}|a text",
                "{type: a path}|a path",
                "{keys: {k: {default: 1}}}|a group of keys",
            })
    void the_kind_of_a_value_follows_from_its_default(String definition, String kind) throws IOException {
        assertThat(new StudyKey("k", "k", yaml(definition)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0003|3.0e-4",
                "[0.001, 2]|[0.001, 2]",
                "{k: 5, seed: 17}|{k: 5, seed: 17}",
                "''|\"\"",
                "word|word",
            },
            quoteCharacter = '`')
    void a_value_is_written_as_it_stands_in_a_file(String value, String written) throws IOException {
        assertThat(StudyKey.written(yaml(value))).isEqualTo(written);
    }

    @Test
    void the_key_of_the_folds_is_described_with_its_range() {
        StudyKey folds = StudyKeys.of("folds");
        StudyKey k = folds.key("k");

        assertThat(folds.names()).contains("k", "unit", "seed");
        assertThat(k.path()).isEqualTo("folds.k").isEqualTo(k.toString());
        assertThat(k.means()).isNotEmpty();
        assertThat(k.limits().allows(1)).isFalse();
        assertThat(k.value())
                .hasValueSatisfying(value -> assertThat(value.asInt()).isEqualTo(5));
        assertThat(folds.key("unit").choices()).containsKeys("subject", "photo", "both");
    }

    private static JsonNode yaml(String text) throws IOException {
        return Yaml.MAPPER.readTree(text);
    }
}
