package org.facies.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facies.file.Sha256;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final List<String> CLASSES = List.of("none", "noonan");
    private static final Subject P1 = subject("P1", "none", "a.jpg", "b.jpg");
    private static final Subject P2 = subject("P2", "noonan", "c.jpg");

    @Test
    void only_keeps_the_wanted_photos_and_all_classes() {
        Cohort cohort = cohort(CLASSES, P1, P2);
        Cohort part = cohort.only(photo -> photo.path().equals("b.jpg"));
        assertThat(part.subjects()).extracting(Subject::id).containsExactly("P1");
        assertThat(part.photos()).extracting(Photo::path).containsExactly("b.jpg");
        assertThat(part.classes()).isEqualTo(CLASSES);
        assertThat(cohort.photos()).hasSize(3);
    }

    @Test
    void a_class_has_its_place_in_alphabetical_order() {
        assertThat(cohort(CLASSES, P1, P2).classIndex("noonan")).isEqualTo(1);
        assertThatThrownBy(() -> cohort(CLASSES, P1, P2).classIndex("other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_would_leak_or_contradict_cannot_be_made() {
        assertRefused("classes must be distinct", () -> cohort(List.of("noonan", "none"), P1));
        assertRefused("has the unknown class noonan", () -> cohort(List.of("none"), P1, P2));
        assertRefused("subject P1 occurs twice", () -> cohort(CLASSES, P1, subject("P1", "none", "d.jpg")));
        assertRefused("photo a.jpg occurs twice", () -> cohort(CLASSES, P1, subject("P3", "none", "a.jpg")));
        assertRefused("has no photo", () -> subject("P3", "none"));
        assertRefused("not a SHA-256", () -> new Photo("a.jpg", Path.of("a.jpg"), "abc"));
        assertRefused("needs a path", () -> new Photo(" ", Path.of("a.jpg"), Sha256.of("a")));
        assertRefused("not an age", () -> AgeBand.of(Double.NaN));
    }

    private static void assertRefused(String message, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static Cohort cohort(List<String> classes, Subject... subjects) {
        return new Cohort(Path.of("manifest.csv"), classes, List.of(subjects));
    }

    private static Subject subject(String id, String diagnosis, String... paths) {
        List<Photo> photos = List.of(paths).stream()
                .map(path -> new Photo(path, Path.of(path), Sha256.of(path)))
                .toList();
        return new Subject(id, diagnosis, photos, Map.of());
    }
}
