package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeldOutSubjectsTest {
    private static final List<String> TWO = List.of("ill", "well");

    /** Folds by photo: the photos of b lie in folds 2 and 0, and those of a in 1 and 2. */
    private static final HeldOutSubjects BY_PHOTO = HeldOutSubjects.of(
            new PredictionTable(
                    TWO,
                    List.of(
                            photo(2, "b1", "b", 0.9),
                            photo(1, "a1", "a", 0.4),
                            photo(0, "b2", "b", 0.5),
                            photo(2, "a2", "a", 0.2),
                            photo(0, "c1", "c", 0.6))),
            "m");

    private static Prediction photo(int fold, String photo, String subject, double ill) {
        return new Prediction("m", fold, photo, subject, "ill", List.of(ill, 1 - ill));
    }

    @Test
    void a_subject_counts_to_the_fold_of_its_first_photo() {
        assertThat(BY_PHOTO.size()).isEqualTo(3);
        assertThat(foldOf("b")).isEqualTo(2);
        assertThat(foldOf("a")).isEqualTo(1);
        assertThat(foldOf("c")).isZero();
        assertThat(BY_PHOTO.folds()).containsExactly(0, 1, 2);
        assertThat(BY_PHOTO.inFolds(fold -> fold == 2)).containsExactly(positionOf("b"));
    }

    @Test
    void a_subject_has_the_mean_of_its_photos() {
        assertThat(BY_PHOTO.probability(positionOf("b"), 0)).isCloseTo(0.7, within(1e-12));
        assertThat(BY_PHOTO.isCorrect(positionOf("b"))).isTrue();
        assertThat(BY_PHOTO.isCorrect(positionOf("a"))).isFalse();
        assertThat(BY_PHOTO.confidence(positionOf("a"))).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void a_fold_is_fitted_on_the_subjects_of_the_others() {
        HeldOutSubjects others = BY_PHOTO.fittingSet(2);

        assertThat(others.size()).isEqualTo(2);
        assertThat(List.of(others.id(0), others.id(1))).containsExactlyInAnyOrder("a", "c");
        assertThat(BY_PHOTO.hasFittingSet()).isTrue();
        assertThat(BY_PHOTO.only(BY_PHOTO.inFolds(fold -> fold == 2)).hasFittingSet())
                .isFalse();
    }

    @Test
    void subjects_of_another_cohort_are_fitted_on_the_whole_run() {
        HeldOutSubjects elsewhere =
                BY_PHOTO.only(BY_PHOTO.inFolds(fold -> fold == 2)).fittedOn(BY_PHOTO);

        assertThat(elsewhere.hasFittingSet()).isTrue();
        assertThat(elsewhere.fittingSet(2)).isSameAs(BY_PHOTO);
        HeldOutSubjects others = Simulated.of(List.of("ill", "other"), new int[] {0}, new double[][] {{0.5, 0.5}});
        assertThatThrownBy(() -> others.fittedOn(BY_PHOTO)).hasMessageContaining("classes");
    }

    @Test
    void there_are_as_many_other_probabilities_as_subjects() {
        assertThatThrownBy(() -> BY_PHOTO.with(new double[2][2])).hasMessage("2 rows for 3 subjects");
    }

    private static int foldOf(String subject) {
        return BY_PHOTO.fold(positionOf(subject));
    }

    private static int positionOf(String subject) {
        for (int i = 0; i < BY_PHOTO.size(); i++) {
            if (BY_PHOTO.id(i).equals(subject)) {
                return i;
            }
        }
        throw new AssertionError(subject);
    }
}
