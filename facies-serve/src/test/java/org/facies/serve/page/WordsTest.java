package org.facies.serve.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void every_language_has_the_same_texts_with_the_same_places_to_fill() {
        Words english = Words.of("en");
        for (Words other : Words.all()) {
            assertThat(other.texts().keySet()).isEqualTo(english.texts().keySet());
            other.texts()
                    .forEach((key, text) -> assertThat(places(text))
                            .as("%s in %s", key, other.language())
                            .isEqualTo(places(english.get(key))));
        }
        assertThat(Words.all()).extracting(Words::language).containsExactly("en", "de");
    }

    @Test
    void a_translation_says_that_it_was_not_clinically_reviewed_and_english_does_not() {
        assertThat(Words.of("de").get("note")).contains("not clinically reviewed");
        assertThat(Words.of("en").get("note")).isEmpty();
    }

    @Test
    void an_unknown_language_is_english_and_an_unknown_text_is_a_bug() {
        assertThat(Words.of("fr").language()).isEqualTo("en");
        assertThatThrownBy(() -> Words.of("en").get("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no text is called nothing");
    }

    @Test
    void filled_in_values_may_hold_anything() {
        assertThat(Words.of("de").fill("read.case", "$1", "\\")).isEqualTo("Fall $1 von \\");
    }

    /** Keys that scripts name, and keys that are outcomes or reasons. */
    @Test
    void scripts_know_every_text_that_they_use() {
        Set<String> used = new TreeSet<>(List.of("sending", "saved", "behind", "refused", "waiting", "session_ended"));
        Pattern uses = Pattern.compile("words\\.([a-z_]+)|[wW]ords,\\s*\"([a-z_]+)\"|\"(pack_[a-z_]+)\"");
        for (String script : PackHtml.scripts()) {
            uses.matcher(script).results().forEach(use -> used.add(group(use)));
        }
        Set<String> known = new TreeSet<>(Words.of("en").under("read.").keySet());
        known.addAll(Words.of("en").under("packed.").keySet());
        assertThat(known).containsAll(used);
        assertThat(used)
                .containsAll(known.stream()
                        .filter(key -> !key.startsWith("question"))
                        .toList());
    }

    private static String group(MatchResult use) {
        return use.group(1) != null ? use.group(1) : use.group(2) != null ? use.group(2) : use.group(3);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
