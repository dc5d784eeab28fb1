package org.facies.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.facies.cohort.Cohort;
import org.facies.cohort.Photo;
import org.facies.cohort.Subject;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldPlanTest {
    private static final Cohort COHORT = new Cohort(
            Path.of("manifest.csv"),
            List.of("none", "noonan"),
            List.of(subject("P1", "none", 2), subject("P2", "noonan", 1), subject("P3", "none", 1)));

    @TempDir
    Path folder;

    @Test
    void the_same_seed_gives_the_same_plan_and_another_seed_another() {
        Cohort cohort = RandomCohort.of(4);
        FoldPlan plan = FoldPlan.stratified(cohort, 5, FoldUnit.SUBJECT, 17);
        assertThat(FoldPlan.stratified(cohort, 5, FoldUnit.SUBJECT, 17)).isEqualTo(plan);
        assertThat(FoldPlan.stratified(cohort, 5, FoldUnit.SUBJECT, 18)).isNotEqualTo(plan);
    }

    @Test
    void a_plan_reads_back_as_it_was_written() {
        Path csv = folder.resolve("folds.csv");
        Cohort cohort = RandomCohort.of(3);
        FoldPlan plan = FoldPlan.stratified(cohort, 5, FoldUnit.PHOTO, 17);
        FoldPlan.write(csv, List.of(plan), cohort);
        assertThat(FoldPlan.read(csv, cohort)).containsExactly(plan);
    }

    @Test
    void divisions_read_back_in_their_order() {
        Path csv = folder.resolve("folds.csv");
        Cohort cohort = RandomCohort.of(3);
        List<FoldPlan> plans = List.of(
                FoldPlan.stratified(cohort, 5, FoldUnit.SUBJECT, 17),
                FoldPlan.stratified(cohort, 5, FoldUnit.SUBJECT, 18));
        FoldPlan.write(csv, plans, cohort);
        assertThat(FoldPlan.read(csv, cohort)).isEqualTo(plans);
    }

    @Test
    void the_file_has_one_row_a_photo_in_the_cohorts_order() throws IOException {
        Path csv = folder.resolve("folds.csv");
        Files.writeString(csv, """
                photo,subject,diagnosis,fold
                P3_0.jpg,P3,none,1
                P2_0.jpg,P2,noonan,0
                P1_0.jpg,P1,none,0
                P1_1.jpg,P1,none,0
                """);
        List<FoldPlan> plans = FoldPlan.read(csv, COHORT);
        FoldPlan.write(csv, plans, COHORT);
        assertThat(csv).hasContent("""
                photo,subject,diagnosis,division,seed,fold
                P1_0.jpg,P1,none,0,0,0
                P1_1.jpg,P1,none,0,0,0
                P2_0.jpg,P2,noonan,0,0,0
                P3_0.jpg,P3,none,0,0,1
                """);
        assertThat(FoldPlan.read(csv, COHORT)).isEqualTo(plans);
    }

    @Test
    void a_division_that_lacks_photos_and_a_seed_of_its_own_are_refused() throws IOException {
        Path csv = Files.writeString(folder.resolve("folds.csv"), """
                photo,subject,diagnosis,division,seed,fold
                P1_0.jpg,P1,none,0,0,0
                P1_1.jpg,P1,none,0,7,0
                P2_0.jpg,P2,noonan,0,0,0
                P3_0.jpg,P3,none,0,0,1
                P3_0.jpg,P3,none,1,0,1
                """);
        assertThatThrownBy(() -> FoldPlan.read(csv, COHORT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("row 3, column seed: \"7\" is not 0, although a division applies to all seeds. ")
                .hasMessageContaining("\"P2_0.jpg\" has no fold in division 1. ");
    }

    @Test
    void a_plan_of_another_cohort_is_refused_with_every_difference() throws IOException {
        Path csv = Files.writeString(folder.resolve("folds.csv"), """
                photo,subject,diagnosis,fold
                P1_0.jpg,P1,noonan,0
                P2_0.jpg,P2,noonan,one
                P3_0.jpg,P3,none,1
                P3_0.jpg,P3,none,1
                """);
        String remedy = "Make the folds of this cohort again.";
        assertThatThrownBy(() -> FoldPlan.read(csv, COHORT))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        csv + " row 2, column photo: \"P1_0.jpg\" is not a photo of this cohort with that subject and"
                                + " diagnosis. " + remedy,
                        csv + " row 3, column fold: \"one\" is not a fold number. " + remedy,
                        csv + " row 5, column photo: \"P3_0.jpg\" occurs twice. " + remedy,
                        csv + ": \"P1_1.jpg\" has no fold. " + remedy,
                        csv + ": \"P2_0.jpg\" has no fold. " + remedy));
    }

    @Test
    void fold_numbers_with_a_gap_are_refused() throws IOException {
        Path csv = Files.writeString(folder.resolve("folds.csv"), """
                photo,subject,diagnosis,fold
                P1_0.jpg,P1,none,0
                P1_1.jpg,P1,none,0
                P2_0.jpg,P2,noonan,0
                P3_0.jpg,P3,none,9999
                """);
        assertThatThrownBy(() -> FoldPlan.read(csv, COHORT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not contain the folds 0 to k - 1");
    }

    private static Subject subject(String id, String diagnosis, int photos) {
        List<Photo> own = IntStream.range(0, photos)
                .mapToObj(i -> id + "_" + i + ".jpg")
                .map(path -> new Photo(path, Path.of(path), Sha256.of(path)))
                .toList();
        return new Subject(id, diagnosis, own, Map.of());
    }
}
