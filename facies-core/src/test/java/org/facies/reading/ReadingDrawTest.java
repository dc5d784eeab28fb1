package org.facies.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.facies.cohort.Cohort;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.facies.reading.ReadingDraw.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingDrawTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    @Test
    void everyone_is_shown_but_the_children_for_practice_one_of_each_class() {
        WrittenCohort.write(folder, WrittenCohort.rows(4, 5, 6));
        ReadingPlan plan = drawn("").plan();

        assertThat(plan.cases()).extracting(ReadingCase::subject).hasSize(15).doesNotHaveDuplicates();
        assertThat(plan.practice()).isEqualTo(3);
        assertThat(plan.cases().subList(12, 15)).extracting(ReadingCase::truth).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(plan.repeats()).isEqualTo(1);
        assertThat(plan.blockSize()).isEqualTo(20);
        assertThat(plan.cases()).allSatisfy(one -> {
            assertThat(one.photos()).containsExactly(one.subject() + "-1.jpg", one.subject() + "-2.jpg");
            assertThat(one.sha256()).containsExactly(hash(one, "1"), hash(one, "2"));
            assertThat(List.of("a", "b", "c").get(one.truth()))
                    .isEqualTo(one.subject().substring(0, 1));
        });
    }

    private static String hash(ReadingCase one, String photo) {
        return Sha256.of("bytes of " + one.subject() + "-" + photo + ".jpg");
    }

    /** The manifest is in the order of the classes; numbers that followed it would tell the diagnosis. */
    @Test
    void numbers_of_cases_do_not_follow_the_classes() {
        WrittenCohort.write(folder, WrittenCohort.rows(20, 20, 20));
        List<Integer> truths = drawn("").plan().cases().stream()
                .map(ReadingCase::truth)
                .limit(57)
                .toList();
        List<Integer> sorted = new ArrayList<>(truths);
        Collections.sort(sorted);
        assertThat(truths).isNotEqualTo(sorted);
    }

    @Test
    void so_many_of_each_class_are_drawn_and_practice_shows_others() {
        WrittenCohort.write(folder, WrittenCohort.rows(4, 9, 7));
        ReadingPlan plan = drawn("cases: {draw: per-class, per_class: 3}\npractice: {cases: 6}\n")
                .plan();

        assertThat(counts(plan)).containsExactly(3, 3, 3);
        assertThat(plan.practice()).isEqualTo(6);
        assertThat(plan.cases()).extracting(ReadingCase::subject).doesNotHaveDuplicates();
        // One a is left beyond the main part: it is shown first, then the others have their turn.
        assertThat(plan.cases().subList(9, 15)).extracting(ReadingCase::truth).containsOnlyOnce(0);
    }

    @Test
    void a_sample_has_the_wanted_prevalence_by_largest_remainder() {
        WrittenCohort.write(folder, WrittenCohort.rows(10, 10, 10));
        String cases = "cases: {draw: prevalence, size: %d, prevalence: {a: 0.1, b: 0.25, c: 0.65}}\n";
        assertThat(counts(drawn(cases.formatted(10)).plan())).containsExactly(1, 3, 6);
        assertThat(counts(drawn(cases.formatted(7)).plan())).containsExactly(1, 2, 4);
        assertThat(counts(drawn(cases.formatted(1)).plan())).containsExactly(0, 0, 1);
    }

    @Test
    void the_same_seed_draws_the_same_plan_whatever_the_order_of_the_rows() {
        String rows = WrittenCohort.rows(12, 12, 12);
        WrittenCohort.write(folder, rows);
        String yaml = "cases: {draw: per-class, per_class: 5, seed: %d}\npictures: {photos: one}\n";
        ReadingPlan plan = drawn(yaml.formatted(3)).plan();
        assertThat(drawn(yaml.formatted(3)).plan()).isEqualTo(plan);
        assertThat(drawn(yaml.formatted(4)).plan()).isNotEqualTo(plan);

        List<String> lines = new ArrayList<>(rows.lines().skip(1).toList());
        Collections.shuffle(lines, new Random(1));
        WrittenCohort.write(folder, "photo,subject,diagnosis\n" + String.join("\n", lines) + "\n");
        Set<String> subjects = new HashSet<>();
        plan.cases().forEach(one -> subjects.add(one.subject()));
        assertThat(drawn(yaml.formatted(3)).plan().cases())
                .extracting(ReadingCase::subject)
                .containsExactlyElementsOf(
                        plan.cases().stream().map(ReadingCase::subject).toList());
        assertThat(subjects).hasSize(18);
    }

    @Test
    void of_each_child_one_photo_is_shown_and_not_always_the_first() {
        WrittenCohort.write(folder, WrittenCohort.rows(12, 12, 12));
        ReadingPlan plan = drawn("pictures: {photos: one}\n").plan();
        assertThat(plan.cases()).allSatisfy(one -> assertThat(one.photos()).hasSize(1));
        assertThat(plan.cases().stream()
                        .map(one -> one.photos().get(0).endsWith("-1.jpg"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_copy_of_a_photo_is_shown_once() throws IOException {
        Path manifest = WrittenCohort.write(folder, WrittenCohort.rows(3, 3, 3));
        Files.copy(folder.resolve("a0-1.jpg"), folder.resolve("a0-2.jpg"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(manifest).exists();
        assertThat(drawn("").plan().cases().stream()
                        .filter(one -> one.subject().equals("a0"))
                        .toList())
                .singleElement()
                .satisfies(one -> assertThat(one.photos()).containsExactly("a0-1.jpg"));
    }

    @Test
    void children_without_consent_and_of_other_diagnoses_are_left_out_and_counted() {
        StringBuilder rows = new StringBuilder("photo,subject,diagnosis,consent_readers\n");
        for (int i = 0; i < 30; i++) {
            String label = List.of("a", "b", "c").get(i % 3);
            rows.append("%d.jpg,P%d,%s,%s%n".formatted(i, i, label, i < 6 ? "no" : "yes"));
        }
        WrittenCohort.write(folder, rows.toString());
        Drawn drawn = drawn("classes: [a, c]\n");

        assertThat(drawn.plan().cases()).hasSize(16);
        assertThat(drawn.plan().cases())
                .extracting(ReadingCase::subject)
                .doesNotContain("P0", "P2", "P3", "P5")
                .doesNotContain("P7", "P10");
        assertThat(drawn.remarks())
                .containsExactly(
                        "6 children and 6 photos in all are left out, because the manifest does not say that they"
                                + " may be shown to readers (consent_readers).",
                        "8 children are excluded, because the diagnosis is not a class of the reader study.");
    }

    @Test
    void too_few_children_are_told_class_by_class_in_one_sentence() {
        WrittenCohort.write(folder, WrittenCohort.rows(2, 9, 3));
        assertThatThrownBy(() -> drawn("cases: {draw: per-class, per_class: 4}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage("reader study \"readers\", cases: needs more children than readers may see of \"a\" (4"
                        + " needed, 2 available), \"c\" (4 needed, 3 available). Write at most per_class: 2,"
                        + " or remove the class from \"classes:\".");
        assertThatThrownBy(() -> drawn("cases: {draw: prevalence, size: 10, prevalence: {a: 0.5, b: 0.5, c: 0}}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage("reader study \"readers\", cases: needs more children than readers may see of \"a\" (5"
                        + " needed, 2 available). Write a smaller size, or a smaller proportion for the"
                        + " class.");
        assertThatThrownBy(() -> drawn("practice: {cases: 12}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "reader study \"readers\", practice.cases: \"12\" is more than the 11 children available for"
                                + " practice in addition to the main part. Write practice: {cases: 11}, or show"
                                + " fewer children.");
        assertThat(drawn("practice: {cases: 11}\n").plan().mainCases()).isEqualTo(3);
    }

    @Test
    void where_too_few_are_left_it_is_told_who_was_left_out() {
        WrittenCohort.write(folder, """
                photo,subject,diagnosis,consent
                1.jpg,P1,a,yes
                2.jpg,P2,b,yes
                """);
        assertThatThrownBy(() -> drawn(""))
                .isInstanceOf(BadInput.class)
                .hasMessage("reader study \"readers\", cases: needs more children than readers may see of \"a\" (1"
                        + " needed, 0 available), \"b\" (1 needed, 0 available). Remove the class from"
                        + " \"classes:\", or add children. 2 children and 2 photos in all are left out, because the"
                        + " manifest does not say"
                        + " that they may be shown to readers (consent_readers).");
    }

    private static List<Integer> counts(ReadingPlan plan) {
        List<Integer> counts = new ArrayList<>(List.of(0, 0, 0));
        plan.cases().subList(0, plan.mainCases()).forEach(one -> counts.set(one.truth(), counts.get(one.truth()) + 1));
        return counts;
    }

    private Drawn drawn(String yaml) {
        ReadingDesign design = WrittenCohort.design(folder, yaml);
        Cohort cohort = WrittenCohort.read(folder.resolve("manifest.csv"));
        return ReadingDraw.of(design, cohort, TODAY);
    }
}
