package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.facies.input.BadInput;
import org.facies.input.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    @Test
    void a_manifest_without_a_column_about_consent_permits_everything() {
        assertThat(permitted("site", "x", "y")).containsExactly("0.jpg", "1.jpg");
        assertThat(remark("site", "x", "y")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true",
        "2026-11-30, true",
        "2099-01-01, true",
        "2026-11-29, false",
        "no, false",
        "withdrawn, false",
        "'', false",
    })
    void readers_see_a_child_whose_own_column_says_yes_or_a_day_that_has_not_passed(String cell, boolean shown) {
        assertThat(permitted("consent_readers", cell)).hasSize(shown ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"yes", "2099-01-01", "''"})
    void plain_consent_is_about_training_only(String cell) {
        assertThat(permitted("consent", cell)).isEmpty();
        assertThat(permitted("consent,consent_readers", cell + ",yes")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"no", "withdrawn"})
    void a_refusal_in_the_plain_column_beats_every_other(String cell) {
        assertThat(permitted("consent,consent_readers", cell + ",yes")).isEmpty();
    }

    @Test
    void a_column_about_another_purpose_shows_that_families_were_asked() {
        assertThat(permitted("consent_gallery", "yes", "yes")).isEmpty();
    }

    @Test
    void a_column_that_is_empty_throughout_permits_nothing() {
        assertThat(permitted("consent_readers", "", "")).isEmpty();
    }

    @Test
    void training_goes_by_its_own_column_and_else_by_the_plain_one() {
        String columns = "consent,consent_training";
        assertThat(permitted(ConsentPurpose.TRAINING, columns, "yes,", ",yes", "yes,no", ",", "no,yes", "2020-01-01,"))
                .containsExactly("0.jpg", "1.jpg");
    }

    @Test
    void a_refusal_on_one_row_leaves_out_the_child_and_an_empty_cell_only_the_photo() throws IOException {
        Path manifest = Files.writeString(folder.resolve("m.csv"), """
                photo,subject,diagnosis,consent_readers
                a1.jpg,A,x,yes
                a2.jpg,A,x,
                b1.jpg,B,x,yes
                b2.jpg,B,x,withdrawn
                c1.jpg,C,y,yes
                """);
        Cohort cohort = cohort(manifest);
        Consent consent = Consent.read(manifest, ConsentPurpose.READERS, TODAY);
        assertThat(consent.permitted(cohort).photos()).extracting(Photo::path).containsExactly("a1.jpg", "c1.jpg");
        assertThat(consent.remark(cohort))
                .contains("1 child and 3 photos in all are left out, because the manifest does not say that they"
                        + " may be shown to readers (consent_readers).");
    }

    @Test
    void words_that_mean_nothing_are_named_row_by_row() {
        assertThat(problems("consent,consent_readers", "ja,yes", "yes,2021-02-30", "Yes,1", "no,2021-3-1"))
                .containsExactly(
                        at(2, "consent", "ja", LISTED),
                        at(4, "consent", "Yes", "Did you mean \"yes\"?"),
                        at(3, "consent_readers", "2021-02-30", LISTED),
                        at(4, "consent_readers", "1", LISTED),
                        at(5, "consent_readers", "2021-3-1", LISTED));
    }

    @ParameterizedTest
    @CsvSource({
        "Consent, consent",
        "CONSENT_READERS, consent_readers",
        "consent readers, consent_readers",
        "consent_reader, consent_readers",
        "consentReaders, consent_readers",
        "consent_galery, consent_gallery",
        "consent_traning, consent_training",
    })
    void a_column_that_is_nearly_one_about_consent_is_not_passed_over(String column, String meant) {
        assertThat(problems(column, "no"))
                .singleElement()
                .asString()
                .contains("row 1: \"" + column + "\" resembles the name of a consent column")
                .endsWith("Name it " + meant + ", or choose a different name.");
    }

    @ParameterizedTest
    @CsvSource({"consent_date", "consent_form", "consent_version", "consent_year", "consent_withdrawn_on"})
    void other_columns_that_begin_alike_show_that_families_were_asked(String column) {
        assertThat(permitted(column, "2030-01-01")).isEmpty();
        assertThat(permitted(column + ",consent_readers", "2020-01-01,yes")).hasSize(1);
    }

    private static final String LISTED =
            "Write yes, no, withdrawn or the last day on which the consent is valid, such as 2030-12-31. An empty"
                    + " cell permits nothing.";

    private static String at(int row, String column, String value, String remedy) {
        return "row " + row + ", column " + column + ": \"" + value + "\" is not a consent value. " + remedy;
    }

    private List<String> permitted(String columns, String... cells) {
        return permitted(ConsentPurpose.READERS, columns, cells);
    }

    private List<String> permitted(ConsentPurpose purpose, String columns, String... cells) {
        Path manifest = manifest(columns, cells);
        Cohort cohort = cohort(manifest);
        return Consent.read(manifest, purpose, TODAY).permitted(cohort).photos().stream()
                .map(Photo::path)
                .toList();
    }

    private String remark(String columns, String... cells) {
        Path manifest = manifest(columns, cells);
        return Consent.read(manifest, ConsentPurpose.READERS, TODAY)
                .remark(cohort(manifest))
                .orElse("");
    }

    private List<String> problems(String columns, String... cells) {
        Path manifest = manifest(columns, cells);
        BadInput bad =
                catchThrowableOfType(BadInput.class, () -> Consent.read(manifest, ConsentPurpose.READERS, TODAY));
        return bad.problems().stream()
                .map(Problem::sentence)
                .map(sentence -> sentence.substring(manifest.toString().length() + 1))
                .toList();
    }

    private Path manifest(String columns, String... cells) {
        try {
            StringBuilder text = new StringBuilder("photo,subject,diagnosis," + columns + "\n");
            for (int i = 0; i < cells.length; i++) {
                text.append("%d.jpg,P%d,x,%s%n".formatted(i, i, cells[i]));
            }
            return Files.writeString(folder.resolve("manifest.csv"), text);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Cohort cohort(Path manifest) {
        try {
            for (String line : Files.readAllLines(manifest)) {
                String photo = line.substring(0, line.indexOf(','));
                Files.writeString(folder.resolve(photo), "bytes of " + photo);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        return ManifestReader.read(manifest, new ManifestRules(Set.of(), 1, 1, PhotoProbe.acceptAll(), 1))
                .orThrow();
    }
}
