package org.facies.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.facies.image.Point;
import org.junit.jupiter.api.Test;

class NonMaximumSuppressionTest {

    @Test
    void overlap_is_intersection_over_union() {
        Box a = new Box(0, 0, 10, 10);

        assertThat(a.overlap(new Box(5, 0, 15, 10))).isCloseTo(50.0 / 150, within(1e-12));
        assertThat(a.overlap(a)).isEqualTo(1);
        assertThat(a.overlap(new Box(10, 0, 20, 10))).isZero();
        assertThat(new Box(3, 3, 3, 3).overlap(new Box(3, 3, 3, 3))).isZero();
    }

    @Test
    void of_two_detections_of_one_face_the_surer_one_stays() {
        DetectedFace sure = face(0, 0, .9);
        DetectedFace unsure = face(1, 1, .8);
        DetectedFace elsewhere = face(100, 0, .7);

        assertThat(NonMaximumSuppression.keepBest(List.of(unsure, elsewhere, sure), .4))
                .containsExactly(sure, elsewhere);
    }

    @Test
    void what_is_kept_never_overlaps_and_what_is_dropped_overlaps_something_better() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<DetectedFace> faces = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                faces.add(face(random.nextInt(60), random.nextInt(60), random.nextDouble()));
            }

            List<DetectedFace> kept = NonMaximumSuppression.keepBest(faces, .4);

            for (DetectedFace face : faces) {
                boolean beaten = kept.stream()
                        .anyMatch(k -> !k.equals(face)
                                && k.score() >= face.score()
                                && k.box().overlap(face.box()) > .4);
                assertThat(kept.contains(face)).as("seed %d, %s", seed, face).isEqualTo(!beaten);
            }
        }
    }

    private static DetectedFace face(double x, double y, double score) {
        Point centre = new Point(x, y);
        return new DetectedFace(Box.around(centre, 20, 20), score, FivePoints.of(Collections.nCopies(5, centre)));
    }
}
