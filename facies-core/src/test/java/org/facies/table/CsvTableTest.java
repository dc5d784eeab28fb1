package org.facies.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    Path folder;

    @Test
    void quotes_line_ends_spaces_and_a_byte_order_mark_are_understood() {
        CsvTable table = read("\uFEFFname, age\r\n\"Müller, \"\"Max\"\"\", 3 \r\n\r\nb,4", StandardCharsets.UTF_8);
        assertThat(table.problems()).isEmpty();
        assertThat(table.columns()).containsExactly("name", "age");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).get("name")).isEqualTo("Müller, \"Max\"");
        assertThat(table.rows().get(0).get("age")).isEqualTo("3");
        assertThat(table.rows().get(1).number()).isEqualTo(4);
    }

    @Test
    void what_is_written_reads_back_the_same() {
        Path file = folder.resolve("out.csv");
        List<String> odd = List.of("a,b", "say \"hi\"", "two\nlines", "größe", "");
        CsvFile.write(file, List.of("1", "2", "3", "4", "5"), List.of(odd));
        assertThat(CsvTable.read(file).rows().get(0).cells().values()).containsExactlyElementsOf(odd);
    }

    @Test
    void a_random_table_reads_back_the_same() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "a", "0", "1e3", "null", "NaN", "007", ",", ";", "\"", "'", "\n", "\r", "\r\n", " ", "\t", "#", "\\",
                "=", "\uFEFF", "\u0085", "\u2028", "\u00a0", "\u0001", "ß", "👶", "\uFFFD");
        for (int i = 0; i < 500; i++) {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                List<String> cells = new ArrayList<>();
                for (int cell = 0; cell < 3; cell++) {
                    StringBuilder text = new StringBuilder();
                    for (int left = random.nextInt(6); left > 0; left--) {
                        text.append(pieces.get(random.nextInt(pieces.size())));
                    }
                    cells.add(text.toString().strip());
                }
                rows.add(cells);
            }
            Path file = folder.resolve("random.csv");
            List<String> header = List.of(
                    "p_a", "p_" + rows.get(0).get(0) + "-", "p_" + rows.get(1).get(1) + ".");
            CsvFile.write(file, header, rows);

            CsvTable table = CsvTable.read(file).require();

            assertThat(table.columns()).as("seed %d, case %d", seed, i).isEqualTo(header);
            assertThat(table.rows().stream().map(row -> List.copyOf(row.cells().values())))
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(rows);
        }
    }

    @Test
    void each_line_that_is_not_utf_8_is_named_and_the_others_are_kept() {
        CsvTable table = read("name\r\nMüller\r\nb\r\nÄrger\r\n", StandardCharsets.ISO_8859_1);
        assertThat(sentences(table))
                .containsExactly(
                        "t.csv row 2: is not UTF-8 (byte 0xFC). Save the file as \"CSV UTF-8\".",
                        "t.csv row 4: is not UTF-8 (byte 0xC4). Save the file as \"CSV UTF-8\".");
        assertThat(table.rows()).extracting(row -> row.get("name")).containsExactly("b");
    }

    @Test
    void a_truncated_last_character_is_named() throws IOException {
        byte[] bytes = "name\na\nü".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("t.csv"), Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(sentences(CsvTable.read(folder.resolve("t.csv"))))
                .containsExactly("t.csv row 3: is not UTF-8 (byte 0xC3). Save the file as \"CSV UTF-8\".");
    }

    @Test
    void utf_16_is_recognised() {
        assertThat(sentences(read("name\nMüller\n", StandardCharsets.UTF_16)))
                .containsExactly("t.csv: is encoded as UTF-16. Save the file as \"CSV UTF-8\".");
    }

    @Test
    void a_ragged_row_is_named_and_the_others_are_kept() {
        CsvTable table = read("a,b\n1\n1,2\n1,2,3\n", StandardCharsets.UTF_8);
        assertThat(sentences(table))
                .containsExactly(
                        "t.csv row 2: has a different number of cells (1) than the header (2). "
                                + "Add or remove cells; put a cell that contains a comma in quotes.",
                        "t.csv row 4: has a different number of cells (3) than the header (2). "
                                + "Add or remove cells; put a cell that contains a comma in quotes.");
        assertThat(table.rows()).hasSize(1);
    }

    @Test
    void columns_without_a_name_and_columns_there_twice_are_named() {
        assertThat(sentences(read("a,,a\n1,2,3\n", StandardCharsets.UTF_8)))
                .containsExactly(
                        "t.csv row 1, column 2: has no name. Name the column, or remove it.",
                        "t.csv row 1, column 3: \"a\" occurs twice. Rename or remove one of the two columns.");
    }

    @Test
    void semicolons_are_recognised() {
        assertThat(sentences(read("a;b\n1;2\n", StandardCharsets.UTF_8)))
                .containsExactly("t.csv row 1: \"a;b\" is not separated by commas. Save the file with commas.");
    }

    @Test
    void an_open_quote_is_named_with_the_last_sound_row() {
        CsvTable table = read("a,b\n1,2\n\"3,4\n5,6\n", StandardCharsets.UTF_8);
        assertThat(table.problems()).hasSize(1);
        assertThat(sentences(table).get(0))
                .startsWith("t.csv: is not CSV after row 2 (")
                .endsWith("). Close every quote, and double a quote inside quotes.");
    }

    @Test
    void an_empty_file_a_missing_file_and_a_folder_are_told_apart() {
        assertThat(sentences(read("", StandardCharsets.UTF_8)))
                .containsExactly("t.csv: is empty. Give a file with a header and at least one row.");
        assertThat(CsvTable.read(folder.resolve("none.csv")).problems())
                .extracting(Problem::what)
                .containsExactly("does not exist");
        assertThat(CsvTable.read(folder).problems())
                .extracting(Problem::what)
                .containsExactly("is a folder, not a CSV file");
    }

    @Test
    void every_missing_column_is_named_at_once() {
        CsvTable table = read("a,b\n1,2\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> table.require("a", "c", "d"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"c\" is missing from the columns (a, b). Add the column \"c\".")
                .hasMessageContaining("\"d\" is missing from the columns (a, b). Add the column \"d\".");
    }

    @Test
    void rows_are_counted_alike_for_every_line_end() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            CsvTable table = read("name" + end + "a" + end + "ü" + end + "b", StandardCharsets.ISO_8859_1);
            assertThat(sentences(table))
                    .containsExactly("t.csv row 3: is not UTF-8 (byte 0xFC). Save the file as \"CSV UTF-8\".");
            assertThat(table.rows()).extracting(CsvRow::number).containsExactly(2L, 4L);
        }
    }

    private CsvTable read(String text, Charset charset) {
        try {
            Path file = folder.resolve("t.csv");
            Files.write(file, text.getBytes(charset));
            return CsvTable.read(file);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private List<String> sentences(CsvTable table) {
        return table.problems().stream()
                .map(problem -> problem.sentence().replace(folder + "/", ""))
                .toList();
    }
}
