package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.facies.align.FaceChoice;
import org.facies.align.FaceFacts;
import org.facies.align.FaceFinding;
import org.facies.align.FaceResult;
import org.facies.align.HeadPose;
import org.facies.cohort.Cohort;
import org.facies.cohort.CohortWarnings;
import org.facies.cohort.Photo;
import org.facies.detect.Box;
import org.facies.file.Yaml;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.result.settings.StudySettings;
import org.junit.jupiter.api.Test;

class FaceOutcomesTest {

    @Test
    void the_record_says_which_of_several_faces_was_taken() {
        Photo photo = new Photo("a.jpg", Path.of("a.jpg"), "0".repeat(64));
        FaceFacts facts = new FaceFacts(2, 0.99, new Box(0, 0, 9, 9), 60, 500, new HeadPose(0, 0, 0));
        FaceOutcomes.Collector outcomes = new FaceOutcomes.Collector(FaceChoice.CENTRAL);

        outcomes.add(
                new FaceResult.Aligned(photo, new Rgb(1, 1, new byte[3]), facts, Set.of(FaceFinding.SEVERAL_FACES)));

        Cohort cohort = new Cohort(Path.of("m.csv"), List.of(), List.of());
        assertThat(outcomes.collected()
                        .record(cohort, new CohortWarnings(Path.of("m.csv"), List.of()))
                        .notes())
                .isEqualTo(Map.of("Several faces were found; the one nearest to the centre of the photo was used.", 1));
    }

    @Test
    void a_study_chooses_a_face_by_a_word_or_a_number_and_takes_the_largest_by_default() {
        assertThat(AlignedCohort.policy(study("{}").faces()).choice()).isEqualTo(FaceChoice.LARGEST);
        assertThat(AlignedCohort.policy(study("faces: {choose: central}").faces())
                        .choice())
                .isEqualTo(FaceChoice.CENTRAL);
        assertThat(AlignedCohort.policy(study("faces: {choose: 2}").faces()).choice())
                .isEqualTo(FaceChoice.numbered(2));
    }

    @Test
    void words_that_a_study_does_not_know_are_told_together() {
        StudySettings.Faces faces =
                study("faces: {choose: left, refuse: [ugly]}").faces();

        assertThatThrownBy(() -> AlignedCohort.policy(faces))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("study file, faces.choose: \"left\" does not choose a face. Write"
                        + " largest, central, or the number of the face from left to right, from 1.")
                .hasMessageContaining("study file, faces.refuse: \"ugly\" is not a finding.");
    }

    private static StudySettings study(String yaml) {
        return StudyFile.parse("study.yaml", Yaml.parse(yaml));
    }
}
