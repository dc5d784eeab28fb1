package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The column {@code pulmonary_stenosis}. */
class ManifestYesNoTest {
    @TempDir
    private Path folder;

    @Test
    void yes_no_and_an_empty_cell_are_in_order() throws IOException {
        assertThat(read("pulmonary_stenosis", "yes", "no", "").warnings().findings())
                .isEmpty();
    }

    @Test
    void another_word_is_a_warning_that_says_what_to_write() throws IOException {
        assertThat(read("pulmonary_stenosis", "Yes", "mild", "0", "NO")
                        .warnings()
                        .sentences())
                .containsExactly(
                        "subjects.csv row 2, column pulmonary_stenosis: \"Yes\" is neither yes nor no, and counts as"
                                + " unknown. Write yes.",
                        "subjects.csv row 3, column pulmonary_stenosis: \"mild\" is neither yes nor no, and"
                                + " counts as unknown. Write yes or no; leave the cell empty if it is unknown.",
                        "subjects.csv row 4, column pulmonary_stenosis: \"0\" is neither yes nor no, and counts"
                                + " as unknown. Write yes or no; leave the cell empty if it is unknown.",
                        "subjects.csv row 5, column pulmonary_stenosis: \"NO\" is neither yes nor no, and counts as"
                                + " unknown. Write no.");
    }

    @Test
    void other_words_are_unknown_and_groups_are_yes_no_and_unknown() throws IOException {
        assertThat(read("pulmonary_stenosis", "no", "yes", "mild", "", "no").groups("pulmonary_stenosis"))
                .containsExactly(
                        Map.entry("no", List.of("s1", "s5")),
                        Map.entry("yes", List.of("s2")),
                        Map.entry("unknown", List.of("s3", "s4")));
    }

    @Test
    void a_column_that_is_written_alike_is_named() throws IOException {
        assertThat(read("Pulmonary Stenosis", "yes").warnings().sentences())
                .containsExactly(
                        "subjects.csv row 1: \"Pulmonary Stenosis\" resembles pulmonary_stenosis but is not read"
                                + " as that column. Name it pulmonary_stenosis.");
    }

    private SubjectAttributes read(String column, String... cells) throws IOException {
        StringBuilder csv = new StringBuilder("subject," + column + "\n");
        for (int i = 0; i < cells.length; i++) {
            csv.append("s").append(i + 1).append(",").append(cells[i]).append("\n");
        }
        Path file = folder.resolve("subjects.csv");
        Files.writeString(file, csv);
        return SubjectAttributes.read(file);
    }
}
