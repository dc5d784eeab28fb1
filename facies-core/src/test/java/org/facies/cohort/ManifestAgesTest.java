package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says of ages, which nobody can tell the unit of by looking at one. */
class ManifestAgesTest {
    private static final String ARE_THEY =
            "Are they in years? If so, multiply them by 12; if they are in months, leave" + " them as they are.";

    @TempDir
    private Path folder;

    @Test
    void ages_with_decimals_that_make_everybody_younger_than_two_are_asked_about() throws IOException {
        assertThat(warnings("age_months", "7.8", "8.2", "0.9", "17"))
                .containsExactly(", column age_months: has 4 ages from 0.9 to 17, not all whole numbers, which makes"
                        + " everybody younger than two years. " + ARE_THEY);
    }

    @Test
    void a_few_grown_ups_do_not_hide_ages_in_years() throws IOException {
        assertThat(warnings("age_months", "7.8", "8.2", "3", "41.5"))
                .containsExactly(
                        ", column age_months: has 4 ages from 3 to 41.5, not all whole numbers, which makes 3 of"
                                + " them younger than two years. " + ARE_THEY);
    }

    @Test
    void whole_years_of_childhood_are_asked_about() throws IOException {
        assertThat(warnings("age_months", "3", "5", "9", "12", "17", "8"))
                .containsExactly(
                        ", column age_months: has 6 ages from 3 to 17, all whole numbers, which makes everybody"
                                + " younger than two years. " + ARE_THEY);
    }

    @Test
    void infants_in_whole_months_are_not_asked_about() throws IOException {
        String[] infants = IntStream.range(0, 24).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(warnings("age_months", infants)).isEmpty();
        assertThat(warnings("age_months", "0", "1", "3", "7", "11", "14")).isEmpty();
    }

    @Test
    void children_of_all_ages_in_months_are_not_asked_about() throws IOException {
        assertThat(warnings("age_months", "3", "7", "30", "94", "150", "200")).isEmpty();
        assertThat(warnings("age_months", "3.5", "7.2", "30.1", "94.6", "150.3", "200.9"))
                .isEmpty();
    }

    @Test
    void a_few_rows_in_years_among_months_are_asked_about() throws IOException {
        assertThat(warnings("age_months", "94", "7.8", "120", "8.2", "33"))
                .containsExactly(
                        ", column age_months: has 2 ages of at most 18 that are not whole numbers, while all ages"
                                + " from 24 on are. Are these few in years? If so, multiply them by 12; if they are in"
                                + " months, leave them as they are.");
    }

    @Test
    void days_are_asked_about_once_and_not_row_by_row() throws IOException {
        assertThat(warnings("age_months", "2847", "1203", "400", "5110"))
                .containsExactly(
                        ", column age_months: has 4 ages, which makes 3 older than 100 years. Are they in days? If"
                                + " so, divide them by 30.44; if some stand for a missing value, leave their cells"
                                + " empty.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,8 | has a decimal comma. If it is a number of months, write 7.8.",
                "7y | is not a number of months. If it is 7 years, write 84.",
                "7 years | is not a number of months. If it is 7 years, write 84.",
                "7,5 Jahre | is not a number of months. If it is 7,5 years, write 90.",
                "8 mo | has a unit. If it is 8 months, write 8.",
                "12d | is not a number of months. If it is 12 days, write 0.4.",
                "8;2 | is not a number of months. If it is 8 years and 2 months, write 98.",
                "8y 2m | is not a number of months. If it is 8 years and 2 months, write 98.",
                "1 year and 1 month | is not a number of months. If it is 1 year and 1 month, write 13.",
                "-3 | is negative. Give the age in months, or leave the cell empty.",
                "999 | is 83 years in months, and often stands for a missing value. Leave the cell empty if the age is"
                        + " not known.",
                "9999 | is more than 120 years in months. Give the age in months, or leave the cell empty.",
                "old | is not an age in months. Give a number, or leave the cell empty.",
                "0x1p3 | is not an age in months. Give a number, or leave the cell empty.",
                "NaN | is not an age in months. Give a number, or leave the cell empty."
            })
    void a_cell_that_is_no_number_of_months_is_named_with_what_it_may_mean(String cell, String sentence)
            throws IOException {
        List<String> ages = new ArrayList<>(List.of(cell));
        IntStream.range(0, 12).forEach(i -> ages.add(String.valueOf(20 + 10 * i)));
        assertThat(warnings("age_months", ages.toArray(String[]::new)))
                .containsExactly(" row 2, column age_months: \"" + cell + "\" " + sentence);
    }

    @Test
    void what_is_no_age_is_in_no_band() throws IOException {
        CohortCheck check = check("age_months", "7d", "2847", "-1", "7,8", "30");
        assertThat(CohortSummary.of(check.orThrow()).subgroups().get("age_months"))
                .extracting(CohortSummary.Count::name, CohortSummary.Count::subjects)
                .containsExactly(tuple("2-6y", 1), tuple("unknown", 4));
    }

    @ParameterizedTest
    @CsvSource({
        "age_years, Name it age_months and multiply the years by 12.",
        "Age (years), Name it age_months and multiply the years by 12.",
        "AgeYears, Name it age_months and multiply the years by 12.",
        "Alter in Jahren, Name it age_months and multiply the years by 12.",
        "age_at_photo_y, Name it age_months and multiply the years by 12.",
        "Age_Months, Name it age_months.",
        "age months, Name it age_months.",
        "age_days, Name it age_months and divide the days by 30.44.",
        "age, 'Name it age_months if it holds months; if it holds years, multiply them by 12 as well.'",
        "Alter, 'Name it age_months if it holds months; if it holds years, multiply them by 12 as well.'"
    })
    void a_column_of_ages_by_another_name_is_named_and_is_no_subgroup(String column, String remedy) throws IOException {
        CohortCheck check = check(column, "7.8", "8.2", "", "11");
        assertThat(sentences(check))
                .containsExactly(" row 1: \"" + column + "\" is a column that is not used; Facies reads ages from"
                        + " age_months, in months. " + remedy);
        assertThat(CohortSummary.of(check.orThrow()).subgroups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"age_group", "age_at_diagnosis", "stage", "image", "site", "camera_age_class"})
    void other_columns_stay_subgroups(String column) throws IOException {
        CohortCheck check = check(column, "1", "2", "1", "2");
        assertThat(check.findings()).isEmpty();
        assertThat(CohortSummary.of(check.orThrow()).subgroups()).containsOnlyKeys(column);
    }

    @Test
    void an_age_column_of_bands_is_a_subgroup() throws IOException {
        CohortCheck check = check("age", "0-2y", "2-6y", "child", "2-6y");
        assertThat(check.findings()).isEmpty();
        assertThat(CohortSummary.of(check.orThrow()).subgroups()).containsOnlyKeys("age");
    }

    @Test
    void ages_in_years_beside_those_in_months_are_not_named() throws IOException {
        Path manifest = manifest("age_years,age_months", List.of("7.8,94", "8.2,98", "11,132"));
        CohortCheck check = ManifestReader.read(manifest, rules());
        assertThat(check.findings()).isEmpty();
        assertThat(CohortSummary.of(check.orThrow()).subgroups()).containsOnlyKeys("age_months");
    }

    @Test
    void what_is_known_of_subjects_elsewhere_is_warned_of_as_well() throws IOException {
        Path csv = Files.writeString(folder.resolve("subjects.csv"), "subject,age_years\nP1,7.8\nP2,8.2\n");
        assertThat(SubjectAttributes.read(csv).warnings().sentences())
                .containsExactly(
                        "subjects.csv row 1: \"age_years\" is a column that is not used; Facies reads ages from"
                                + " age_months, in months. Name it age_months and multiply the years by 12.");
    }

    private List<String> warnings(String column, String... cells) throws IOException {
        return sentences(check(column, cells));
    }

    private CohortCheck check(String column, String... cells) throws IOException {
        List<String> quoted =
                List.of(cells).stream().map(cell -> "\"" + cell + "\"").toList();
        return ManifestReader.read(manifest("\"" + column + "\"", quoted), rules());
    }

    private static ManifestRules rules() {
        return ManifestRules.standard(PhotoProbe.acceptAll(), 2).withFolds(1);
    }

    private Path manifest(String columns, List<String> cells) throws IOException {
        List<String> rows = new ArrayList<>(List.of("photo,subject,diagnosis," + columns));
        for (int i = 0; i < cells.size(); i++) {
            Files.writeString(folder.resolve(i + ".jpg"), "photo " + i);
            rows.add(i + ".jpg,P" + i + "," + (i % 2 == 0 ? "none" : "noonan") + "," + cells.get(i));
        }
        return Files.write(folder.resolve("manifest.csv"), rows);
    }

    private List<String> sentences(CohortCheck check) {
        return check.warnings().stream()
                .map(finding -> finding.problem().sentence())
                .map(sentence -> sentence.replace(folder.resolve("manifest.csv").toString(), ""))
                .toList();
    }
}
