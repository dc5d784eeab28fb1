package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.cohort.CohortSummary.Count;
import org.facies.file.JsonFile;
import org.facies.file.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortSummaryTest {
    private static final Path MANIFEST = Path.of("manifest.csv");

    @Test
    void classes_and_subgroups_are_counted_by_subject_and_by_photo() {
        CohortSummary summary = CohortSummary.of(cohort(
                subject("P1", "none", 2, Map.of("age_months", "30", "sex", "f")),
                subject("P2", "noonan", 1, Map.of("age_months", "23.9", "sex", "m")),
                subject("P3", "none", 3, Map.of("age_months", "unknown", "sex", "f")),
                subject("P4", "none", 1, Map.of())));
        assertThat(summary.subjects()).isEqualTo(4);
        assertThat(summary.photos()).isEqualTo(7);
        assertThat(summary.classes())
                .containsExactly(
                        new Count("none", 3, 6, Map.of("none", 3, "noonan", 0)),
                        new Count("noonan", 1, 1, Map.of("none", 0, "noonan", 1)));
        assertThat(summary.subgroups().get("age_months"))
                .containsExactly(
                        new Count("0-2y", 1, 1, Map.of("none", 0, "noonan", 1)),
                        new Count("2-6y", 1, 2, Map.of("none", 1, "noonan", 0)),
                        new Count("unknown", 2, 4, Map.of("none", 2, "noonan", 0)));
        assertThat(summary.subgroups().get("sex")).extracting(Count::name).containsExactly("f", "m", "unknown");
    }

    @Test
    void rare_values_of_a_long_column_are_counted_together() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            subjects.add(subject("P" + i, "none", 1, Map.of("site", i < 5 ? "big" : "site-" + (10 + i))));
        }
        List<Count> groups = CohortSummary.of(cohort(subjects.toArray(Subject[]::new)))
                .subgroups()
                .get("site");
        assertThat(groups).hasSize(21);
        assertThat(groups.get(0)).extracting(Count::name, Count::subjects).containsExactly("big", 5);
        assertThat(groups.get(20)).extracting(Count::name, Count::subjects).containsExactly("other", 6);
        assertThat(groups.stream().mapToInt(Count::subjects).sum()).isEqualTo(30);
    }

    @Test
    void the_summary_is_snake_case_json() {
        CohortSummary summary = CohortSummary.of(cohort(subject("P1", "none", 1, Map.of())));
        assertThat(JsonFile.text(summary)).contains("\"subjects_by_class\" : {");
    }

    @ParameterizedTest
    @CsvSource({"0, 0-2y", "23.99, 0-2y", "24, 2-6y", "72, 6-12y", "144, 12-18y", "215, 12-18y", "216, 18y+"})
    void a_band_begins_on_the_birthday(double ageMonths, String label) {
        assertThat(AgeBand.of(ageMonths).label()).isEqualTo(label);
    }

    @Test
    void a_cohort_with_one_photo_of_two_subjects_cannot_be_made() {
        Photo photo = new Photo("a.jpg", Path.of("a.jpg"), Sha256.of("a"));
        Photo copy = new Photo("b.jpg", Path.of("b.jpg"), Sha256.of("a"));
        Subject one = new Subject("P1", "none", List.of(photo), Map.of());
        Subject two = new Subject("P2", "none", List.of(copy), Map.of());
        assertThatThrownBy(() -> cohort(one, two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("photo b.jpg of subject P2 is also a photo of P1");
    }

    private static Cohort cohort(Subject... subjects) {
        List<String> classes = List.of(subjects).stream()
                .map(Subject::diagnosis)
                .distinct()
                .sorted()
                .toList();
        return new Cohort(MANIFEST, classes, List.of(subjects));
    }

    private static Subject subject(String id, String diagnosis, int photos, Map<String, String> attributes) {
        List<Photo> own = new ArrayList<>();
        for (int i = 0; i < photos; i++) {
            String path = id + "_" + i + ".jpg";
            own.add(new Photo(path, Path.of(path), Sha256.of(path)));
        }
        return new Subject(id, diagnosis, own, attributes);
    }
}
