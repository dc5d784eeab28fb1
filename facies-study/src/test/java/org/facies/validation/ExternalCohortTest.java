package org.facies.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.result.PhotoHashes;
import org.facies.validation.ExternalCohort.Fit;
import org.facies.validation.ExternalCohort.Overlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of diagnoses that a run does not know. */
class ExternalCohortTest {
    private static final List<String> CLASSES = List.of("Alagille", "Noonan", "Williams-Beuren");
    private static final Fit PLAIN = fit(Map.of(), Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alagille",
                "ALAGILLE",
                "Alagille\u00a0",
                "Al\u200bagille",
                "Al\u0430gille",
                "\uff21lagille",
                "williams\u2013beuren",
                "williams_beuren",
                "Williams Beuren"
            })
    void a_diagnosis_that_is_written_like_one_class_gets_a_line_to_paste(String label) {
        String ours = label.matches("[Ww]ill.*") ? "Williams-Beuren" : "Alagille";

        List<String> refused = refused(PLAIN, label);

        assertThat(refused).hasSize(1);
        assertThat(refused.get(0))
                .startsWith("manifest.csv: ")
                .contains("but is spelt like \"" + ours + "\"; 1 child has it.")
                .endsWith("If it means the same, add --map \"" + label + "=" + ours
                        + "\"; otherwise leave these children out with" + " --without \"" + label + "\".");
    }

    @Test
    void a_line_to_paste_does_what_it_says() {
        ExternalCohort fitted = ExternalCohort.of(
                cohort("alagille", "ALAGILLE", "Noonan"),
                CLASSES,
                Optional.empty(),
                fit(Map.of("alagille", "Alagille", "ALAGILLE", "Alagille"), Set.of()));

        assertThat(fitted.cohort().subjects())
                .extracting(Subject::diagnosis)
                .containsExactly("Alagille", "Alagille", "Noonan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "unknown", "noonan syndrome", "Alagile", "kabuki", "1"})
    void a_diagnosis_that_is_written_like_no_class_gets_none(String label) {
        assertThat(refused(PLAIN, label))
                .containsExactly("manifest.csv: \"" + label + "\" is not a class of the run (Alagille, Noonan,"
                        + " Williams-Beuren) and is not spelt like any of them; 1 child has it. Name the class"
                        + " that it counts as with --map THEIRS=OURS, or leave these children out with --without"
                        + " \"" + label + "\".");
    }

    @Test
    void all_diagnoses_are_told_at_once_and_what_can_be_pasted_is_one_line() {
        List<String> refused = refused(PLAIN, "alagille", "ALAGILLE", "NOONAN", "kabuki", "Noonan");

        assertThat(refused).hasSize(5);
        assertThat(refused.subList(0, 4))
                .extracting(line -> line.substring(15, 21))
                .containsExactly("ALAGIL", "NOONAN", "alagil", "kabuki");
        assertThat(refused.get(4))
                .isEqualTo("manifest.csv: has 3 diagnoses that are spelt like a class of the run. If each means the"
                        + " same, add --map \"ALAGILLE=Alagille\" --map \"NOONAN=Noonan\" --map"
                        + " \"alagille=Alagille\".");
    }

    @Test
    void nothing_is_proposed_where_several_classes_are_alike() {
        BadInput refused = catchThrowableOfType(
                BadInput.class,
                () -> ExternalCohort.of(
                        cohort("WIDE_EYES"), List.of("wide eyes", "wide-eyes"), Optional.empty(), PLAIN));

        assertThat(refused.getMessage())
                .contains("is spelt like several of them")
                .doesNotContain("--map \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(ala) gille", "ala\"gille", "alagille`", "ala=gille", "ala\\gille"})
    void what_a_shell_would_take_for_something_else_is_not_offered(String label) {
        assertThat(refused(PLAIN, label).get(0)).doesNotContain("--map \"", "--without \"");
    }

    @Test
    void options_that_name_what_is_not_there_are_errors() {
        assertThat(refused(fit(Map.of("Noonan", "alagille", "kabuki", "Turner"), Set.of("NOONAN")), "Noonan"))
                .containsExactly(
                        "--map: \"Noonan=alagille\" has no class of the run after the = sign. Did you mean"
                                + " \"Alagille\"?",
                        "--map: \"kabuki\" is not a diagnosis of this cohort (Noonan). Write one of them, or omit"
                                + " the option.",
                        "--map: \"kabuki=Turner\" has no class of the run after the = sign. Write one of Alagille,"
                                + " Noonan, Williams-Beuren.",
                        "--without: \"NOONAN\" is not a diagnosis of this cohort (Noonan). Did you mean \"Noonan\"?");
    }

    @Test
    void notes_count_subjects_whose_id_the_run_has_and_only_the_owner_is_told_who_they_are() {
        String[] labels = new String[7];
        Arrays.fill(labels, "Noonan");
        PhotoHashes run = new PhotoHashes(IntStream.range(0, 7)
                .mapToObj(i -> new PhotoHashes.Row("theirs-" + i + ".jpg", "P" + i, Sha256.of("other" + i)))
                .toList());

        ExternalCohort fitted = ExternalCohort.of(cohort(labels), CLASSES, Optional.of(run), PLAIN);

        assertThat(fitted.notes())
                .contains("7 children have an id that is also in the run. If they are the same children, these"
                        + " results are too good; --drop-overlap leaves them out.")
                .allSatisfy(note -> assertThat(note).doesNotContainPattern("P\\d"));
        assertThat(fitted.told())
                .containsAll(fitted.notes())
                .contains("Ids of subjects that are also in the run: P0, P1, P2, P3, P4 and 2 more.");
    }

    private static List<String> refused(Fit fit, String... labels) {
        return catchThrowableOfType(
                        BadInput.class, () -> ExternalCohort.of(cohort(labels), CLASSES, Optional.empty(), fit))
                .getMessage()
                .lines()
                .toList();
    }

    private static Fit fit(Map<String, String> renamed, Set<String> without) {
        return new Fit(renamed, without, Overlap.REFUSE);
    }

    private static Cohort cohort(String... labels) {
        List<Subject> subjects = new ArrayList<>();
        for (String label : labels) {
            String id = "P" + subjects.size();
            Photo photo = new Photo(id + ".jpg", Path.of(id + ".jpg"), Sha256.of(id));
            subjects.add(new Subject(id, label, List.of(photo), Map.of()));
        }
        return new Cohort(
                Path.of("manifest.csv"),
                List.of(labels).stream().distinct().sorted().toList(),
                subjects);
    }
}
