package org.facies.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    @Test
    void a_table_that_fits_is_one_block() {
        TextTable table =
                new TextTable("class", "subjects", "photos").row("none", 12, 24).row("noonan", 5, 10);

        assertThat(table.toString()).isEqualToNormalizingNewlines("""
                class   subjects  photos
                ──────  ────────  ──────
                none          12      24
                noonan         5      10""");
    }

    @Test
    void a_table_that_is_too_wide_goes_on_below_with_the_first_column_again() {
        TextTable table = new TextTable("model", "accuracy", "macro F1", "macro AUC")
                .row("a", "0.767 (0.683–0.833)", "0.768 (0.688–0.834)", "0.905 (0.857–0.937)")
                .row("always none", "0.250", "0.100", "0.500");

        assertThat(table.within(60)).isEqualToNormalizingNewlines("""
                model                   accuracy             macro F1
                ───────────  ───────────────────  ───────────────────
                a            0.767 (0.683–0.833)  0.768 (0.688–0.834)
                always none                0.250                0.100

                model                  macro AUC
                ───────────  ───────────────────
                a            0.905 (0.857–0.937)
                always none                0.500""");
    }

    @Test
    void headings_are_wrapped_before_a_table_is_divided_and_long_names_last() {
        TextTable table = new TextTable("McNemar, by subject", "only first right", "only second right", "p (Holm)")
                .row("cosface-pretrained / arcface-pretrained", 3, 5, "0.7266");

        assertThat(table.within(60)).isEqualToNormalizingNewlines("""
                McNemar, by subject                     only    only       p
                                                       first  second  (Holm)
                                                       right   right
                ─────────────────────────────────────  ─────  ──────  ──────
                cosface-pretrained /                       3       5  0.7266
                arcface-pretrained""");
    }

    @Test
    void the_first_column_is_wrapped_between_words_where_that_keeps_the_columns_side_by_side() {
        TextTable table = new TextTable("by subject", "in the run", "difference")
                .row("macro AUC, one against rest", "0.875 (0.509 to 0.979)", "+0.125 (+0.000 to +0.313)");

        assertThat(table.within(70)).isEqualToNormalizingNewlines("""
                by subject                       in the run                 difference
                ───────────────────  ──────────────────────  ─────────────────────────
                macro AUC, one       0.875 (0.509 to 0.979)  +0.125 (+0.000 to +0.313)
                against rest""");
    }

    @Test
    void a_table_of_words_wraps_them_and_stays_in_one_block() {
        TextTable table = new TextTable(TextTable.Body.WORDS, List.of("model", "on disk", "licence as stated"))
                .row("landmarks-68", "here", "MIT (package faceplugin)")
                .row("dlib-resnet", "not here", "CC0-1.0, by its author");

        assertThat(table.within(40)).isEqualToNormalizingNewlines("""
                model         on disk   licence as
                                        stated
                ────────────  ────────  ────────────────
                landmarks-68  here      MIT (package
                                        faceplugin)
                dlib-resnet   not here  CC0-1.0, by its
                                        author""");
    }

    @Test
    void wide_letters_take_two_columns_and_joined_marks_none() {
        TextTable table = new TextTable("class", "subjects")
                .row("健常", 3)
                .row("e\u0301te\u0301", 12)
                .row("한국", 4);

        assertThat(table.toString()).isEqualToNormalizingNewlines("""
                class  subjects
                ─────  ────────
                健常          3
                e\u0301te\u0301          12
                한국          4""");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "健常, 4",
        "e\u0301, 1",
        "ﾊﾝ, 2",
        "Ａ, 2",
        "👶, 2",
        "한, 2",
        "\u1112\u1161\u11ab, 2",
        "–, 1",
        "a\u200bb, 2",
        "𠮷, 2"
    })
    void a_text_is_as_wide_as_a_terminal_shows_it(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    /** Law over seeds: 2 to 20 columns under random names, at 40 to 200 columns of width. */
    @ParameterizedTest
    @ValueSource(ints = {40, 80, 100, 132, 200})
    void no_line_is_wider_than_the_terminal_and_no_number_is_cut(int width) {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<String> header = Stream.concat(
                            Stream.of(RandomNames.one(random)),
                            RandomNames.different(2 + random.nextInt(19), random).stream())
                    .toList();
            TextTable table = new TextTable(header);
            List<String> numbers = new ArrayList<>();
            List<String> first = new ArrayList<>(List.of(header.get(0)));
            for (int row = 0; row < 3; row++) {
                List<String> cells = new ArrayList<>(List.of(RandomNames.one(random)));
                first.add(cells.get(0));
                IntStream.range(1, header.size()).forEach(i -> {
                    String number = String.format(
                            Locale.ROOT,
                            "%.3f (%.3f–%.3f)",
                            random.nextDouble(),
                            random.nextDouble(),
                            random.nextDouble());
                    numbers.add(number);
                    cells.add(number);
                });
                table.row(cells);
            }

            String text = table.within(width);

            assertThat(text.lines())
                    .as("seed " + seed)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
            String[] words = text.split("\\s+", -1);
            assertThat(words)
                    .as("seed " + seed)
                    .contains(numbers.stream()
                            .flatMap(Pattern.compile(" ")::splitAsStream)
                            .toArray(String[]::new));
            long blocks = text.lines().filter(line -> line.startsWith("─")).count();
            assertThat(letters(text))
                    .as("nothing is lost or said twice, seed " + seed)
                    .isEqualTo(blocks * letters(String.join("", first))
                            + letters(String.join("", header.subList(1, header.size())))
                            + letters(String.join("", numbers)));
        }
    }

    private static long letters(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '─')
                .count();
    }

    @Test
    void a_long_text_is_wrapped_between_its_words() {
        assertThat(DisplayWidth.lines("learning rate 0.001, freeze_below block7", 16))
                .containsExactly("learning rate", "0.001,", "freeze_below", "block7");
        assertThat(DisplayWidth.lines("症候群症候群 1", 5)).containsExactly("症候", "群症", "候群", "1");
        assertThat(DisplayWidth.lines("(−0.0300–+0.0100)", 4)).containsExactly("(−0.0300–+0.0100)");
        assertThat(DisplayWidth.lines("williams-beuren-syndrome", 10))
                .containsExactly("williams-", "beuren-", "syndrome");
        assertThat(DisplayWidth.lines("", 4)).containsExactly("");
    }

    @Test
    void the_variable_columns_is_followed_then_the_terminal_then_100() {
        assertThat(TerminalWidth.of(Optional.of("72"), OptionalInt.of(120))).isEqualTo(72);
        assertThat(TerminalWidth.of(Optional.of("wide"), OptionalInt.of(120))).isEqualTo(120);
        assertThat(TerminalWidth.of(Optional.of("0"), OptionalInt.empty())).isEqualTo(100);
        assertThat(TerminalWidth.of(Optional.empty(), OptionalInt.empty())).isEqualTo(100);
    }
}
