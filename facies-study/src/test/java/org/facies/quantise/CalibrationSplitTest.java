package org.facies.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;

class CalibrationSplitTest {

    @Test
    void no_subject_is_calibrated_with_and_measured_on() {
        Cohort cohort = cohort(60);
        for (long seed = 0; seed < 20; seed++) {
            CalibrationSplit split = CalibrationSplit.of(cohort, 9, seed);

            Set<String> measured = new HashSet<>();
            split.measured().subjects().forEach(subject -> measured.add(subject.id()));
            assertThat(split.calibration())
                    .as("seed %d", seed)
                    .hasSize(9)
                    .noneMatch(photo -> measured.contains(subjectOf(photo)));
            assertThat(measured).hasSize(55);
        }
    }

    @Test
    void at_most_a_fifth_of_the_subjects_is_calibrated_with() {
        CalibrationSplit split = CalibrationSplit.of(cohort(30), 1000, 1);

        assertThat(split.calibration()).hasSize(12);
        assertThat(split.measured().subjects()).hasSize(24);
    }

    @Test
    void the_seed_decides() {
        Cohort cohort = cohort(60);

        assertThat(CalibrationSplit.of(cohort, 9, 4))
                .isEqualTo(CalibrationSplit.of(cohort, 9, 4))
                .isNotEqualTo(CalibrationSplit.of(cohort, 9, 5));
    }

    @Test
    void twenty_subjects_must_be_left() {
        assertThat(CalibrationSplit.of(cohort(25), 9, 1).measured().subjects()).hasSize(20);
        assertThat(CalibrationSplit.of(cohort(24), 1000, 1).measured().subjects())
                .hasSize(20);
    }

    @Test
    void fewer_are_refused() {
        assertThatThrownBy(() -> CalibrationSplit.of(cohort(23), 1000, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("cohort: leaves 19 children with a usable photo for the measurement of int8; 20"
                        + " are needed");
    }

    private static String subjectOf(Photo photo) {
        return photo.path().substring(0, photo.path().indexOf('_'));
    }

    /** Two photos for each subject. */
    private static Cohort cohort(int subjects) {
        List<Subject> all = IntStream.range(0, subjects)
                .mapToObj(i -> new Subject(
                        "s" + i,
                        i % 2 == 0 ? "a" : "b",
                        List.of(photo("s" + i + "_1"), photo("s" + i + "_2")),
                        Map.of()))
                .toList();
        return new Cohort(Path.of("manifest.csv"), List.of("a", "b"), all);
    }

    private static Photo photo(String path) {
        return new Photo(path, Path.of(path), Sha256.of(path));
    }
}
