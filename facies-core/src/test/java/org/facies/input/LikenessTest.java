package org.facies.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Williams\u2013Beuren",
                "williams_beuren",
                "WILLIAMS BEUREN",
                " Williams  -  Beuren ",
                "Williams\u00a0Beuren",
                "Williams\u2011Beuren",
                "Wi\u200blliams-Beuren\ufeff",
                "Will\u00adiams-Beuren",
                "\uff37illiams\uff0dBeuren",
                "Williams\u2212Beuren",
                "Willi\u0430ms-B\u0435uren",
                "W\u0456lliams\u3000Beuren",
                "WilliamsBeuren"
            })
    void a_name_is_known_again_in_other_case_width_dashes_spaces_and_look_alike_letters(String written) {
        assertThat(Likeness.only(written, List.of("none", "williams-beuren"))).contains("williams-beuren");
    }

    @Test
    void an_accent_counts_but_not_how_it_is_encoded() {
        String composed = Normalizer.normalize("M\u00e9ni\u00e8re", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(Likeness.key(decomposed)).isEqualTo(Likeness.key(composed));
        assertThat(Likeness.key("Meniere")).isNotEqualTo(Likeness.key(composed));
    }

    @Test
    void case_is_folded_as_unicode_folds_it() {
        assertThat(Likeness.key("STRASSE")).isEqualTo(Likeness.key("stra\u00dfe"));
        assertThat(Likeness.key("KABUK\u0130")).isEqualTo(Likeness.key("kabuki"));
        assertThat(Likeness.key("kabuk\u0131")).isEqualTo(Likeness.key("Kabuki"));
        assertThat(Likeness.key("\u0421\u041e\u0422\u041e\u0421"))
                .isEqualTo(Likeness.key("\u0441\u043e\u0442\u043e\u0441"));
        assertThat(Likeness.key("Down\u2019s")).isEqualTo(Likeness.key("down's"));
    }

    @Test
    void a_separator_between_digits_counts() {
        assertThat(Likeness.key("P1-12")).isEqualTo(Likeness.key("p1_12")).isNotEqualTo(Likeness.key("P11-2"));
        assertThat(Likeness.key("NF-1")).isEqualTo(Likeness.key("NF1"));
        assertThat(Likeness.key("O1")).isNotEqualTo(Likeness.key("01"));
    }

    @Test
    void nothing_is_proposed_where_several_names_are_alike_or_none_is() {
        List<String> classes = List.of("Alagille", "wide eyes", "wide-eyes");
        assertThat(Likeness.only("WIDE_EYES", classes)).isEmpty();
        assertThat(Likeness.only("none", classes)).isEmpty();
        assertThat(Likeness.only("alagile", classes)).isEmpty();
        assertThat(Likeness.only("", classes)).isEmpty();
    }

    @Test
    void a_misspelt_name_that_is_as_near_to_two_others_is_like_neither() {
        assertThat(Spelling.closest("noon", List.of("none", "noonan"))).isEmpty();
        assertThat(Spelling.closest("nonan", List.of("none", "noonan"))).contains("noonan");
        assertThat(Likeness.remedy("noon", List.of("none", "noonan"))).isEqualTo("Write one of none, noonan.");
        assertThat(Likeness.remedy("NONE", List.of("none", "noonan"))).isEqualTo("Did you mean \"none\"?");
        assertThat(Likeness.remedy("NONE", List.of("none"), "Leave it out.")).isEqualTo("Did you mean \"none\"?");
        assertThat(Likeness.remedy("noon", List.of("none"), "Leave it out.")).isEqualTo("Leave it out.");
    }

    @Test
    void a_name_of_nothing_but_separators_is_like_itself_only() {
        assertThat(Likeness.key("-")).isEqualTo("-").isNotEqualTo(Likeness.key("_"));
    }

    @Test
    void what_cannot_be_seen_is_shown_in_a_message() {
        assertThat(new Problem("m.csv", "Alagille\u200b\u00a0", "is no class", "Mend it.").sentence())
                .isEqualTo("m.csv: \"Alagille\\u200b\\u00a0\" is no class. Mend it.");
    }
}
