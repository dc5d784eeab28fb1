package org.facies.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** When a quoted output is that of a command, and what takes its place when it is not. */
class QuotedOutputTest {

    @Test
    void a_quote_without_gaps_is_the_whole_output() {
        QuotedOutput quote = new QuotedOutput(List.of("one", "two"), false);

        assertThat(quote.matches(List.of("one", "two"))).isTrue();
        assertThat(quote.matches(List.of("one", "two", "three"))).isFalse();
        assertThat(quote.matches(List.of("one"))).isFalse();
        assertThat(quote.matches(List.of("one", "too"))).isFalse();
    }

    @Test
    void a_gap_stands_for_any_lines_and_within_a_line_for_any_text() {
        QuotedOutput quote = new QuotedOutput(List.of("…", "made by … here", "end …"), false);

        assertThat(quote.matches(List.of("a", "b", "made by somebody here", "end of it")))
                .isTrue();
        assertThat(quote.matches(List.of("made by somebody here", "end now"))).isTrue();
        assertThat(quote.matches(List.of("a", "made by somebody there", "end of it")))
                .isFalse();
        assertThat(quote.matches(List.of("made by somebody here", "end of it", "more")))
                .isFalse();
    }

    @Test
    void numbers_count_unless_they_vary() {
        List<String> table = List.of("model      accuracy", "─────  ──────", "tuned  0.742 (0.657–0.812)");
        List<String> other = List.of("model  accuracy", "───  ───", "tuned  1 (0.9–1.0)");

        assertThat(new QuotedOutput(table, false).matches(other)).isFalse();
        assertThat(new QuotedOutput(table, true).matches(other)).isTrue();
        assertThat(new QuotedOutput(table, true).matches(List.of("model  accuracy", "───  ───", "frozen  1 (0.9–1.0)")))
                .isFalse();
    }

    @Test
    void dates_and_hashes_do_not_count() {
        QuotedOutput quote = new QuotedOutput(List.of("made 2026-11-30, 0123456789abcdef0123"), false);

        assertThat(quote.matches(List.of("made 2027-01-02, fedcba9876543210fedc")))
                .isTrue();
        assertThat(quote.matches(List.of("made 2027-01-02, nothing"))).isFalse();
    }

    @Test
    void refreshed_numbers_are_those_of_one_run_and_gaps_stay() {
        QuotedOutput quote = new QuotedOutput(List.of("…", "91 of 120 children", "made by … here"), true);

        assertThat(quote.refreshed(List.of("first", "90 of 120 children", "made by us here"))
                        .lines())
                .containsExactly("…", "90 of 120 children", "made by … here");
    }

    @Test
    void each_part_is_replaced_by_the_lines_that_are_most_like_it() {
        QuotedOutput quote =
                new QuotedOutput(List.of("…", "the model was right in 91", "…", "Report: run/report.html"), false);

        assertThat(quote.refreshed(List.of(
                                "The story", "the model was correct in 91", "a table", "Next:", "Report: run/r.html"))
                        .lines())
                .containsExactly("…", "the model was correct in 91", "…", "Report: run/r.html");
    }

    @Test
    void a_part_without_likeness_does_not_draw_the_others_away() {
        QuotedOutput quote = new QuotedOutput(
                List.of("…", "a sentence that is new", "…", "model  accuracy", "tuned  0.7", "…"), true);

        assertThat(quote.refreshed(List.of("begun", "model  accuracy", "tuned  0.8", "McNemar", "tuned  1"))
                        .lines())
                .containsExactly("…", "begun", "…", "model  accuracy", "tuned  0.8", "…");
    }

    @Test
    void a_quote_without_gaps_becomes_what_was_printed() {
        assertThat(new QuotedOutput(List.of("old"), false)
                        .refreshed(List.of("new", "words"))
                        .lines())
                .containsExactly("new", "words");
    }

    @Test
    void blocks_are_parts_of_one_output_and_keep_their_places() {
        QuotedOutput quote = QuotedOutput.ofBlocks(
                List.of(List.of("1/2 draw", "…", "drawn 4"), List.of("2/2 train 5 models", "…")), false);

        assertThat(quote.matches(List.of("1/2 draw", "a", "drawn 4", "b", "2/2 train 5 models", "c")))
                .isTrue();
        assertThat(quote.refreshed(List.of("1/2 draw it", "a", "now drawn 4", "b", "2/2 train 6 models", "c"))
                        .blocks())
                .containsExactly(List.of("1/2 draw it", "…", "now drawn 4"), List.of("2/2 train 6 models", "…"));
    }
}
