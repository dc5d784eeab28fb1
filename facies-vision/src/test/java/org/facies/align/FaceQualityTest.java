package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.facies.detect.Box;
import org.facies.detect.DetectedFace;
import org.facies.detect.FivePoints;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.image.Warp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceQualityTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "30, 0, 0", "-30, 0, 0", "0, 20, 0", "0, -20, 0", "0, 0, 35", "20, 10, -25"})
    void the_pose_of_a_head_of_average_proportions_is_read_back(double yaw, double pitch, double roll) {
        HeadPose pose = HeadPose.of(projected(yaw, pitch, roll));

        assertThat(pose.yawDegrees()).isCloseTo(yaw, within(6.0));
        assertThat(pose.pitchDegrees()).isCloseTo(pitch, within(6.0));
        assertThat(pose.rollDegrees()).isCloseTo(roll, within(6.0));
    }

    @Test
    void the_template_of_arcface_looks_at_the_camera() {
        HeadPose pose = HeadPose.of(FivePoints.of(CropGeometry.ARCFACE_112.template()));

        assertThat(pose.yawDegrees()).isCloseTo(0, within(3.0));
        assertThat(pose.pitchDegrees()).isCloseTo(0, within(5.0));
        assertThat(pose.rollDegrees()).isCloseTo(0, within(1.0));
    }

    @Test
    void points_that_fall_together_are_turned_too_far_and_not_frontal() {
        Point same = new Point(4, 4);
        HeadPose pose = HeadPose.of(new FivePoints(same, same, same, same, same));

        assertThat(FaceThresholds.DEFAULT.judge(facts(1, .99, 40, 100, pose)))
                .containsExactly(FaceFinding.TURNED_TOO_FAR);
    }

    @Test
    void a_flat_crop_has_no_sharpness_and_blurring_takes_it_away() {
        Random random = new Random(3);
        byte[] noise = new byte[3 * 112 * 112];
        random.nextBytes(noise);
        Rgb sharp = new Rgb(112, 112, noise);
        Rgb small = Warp.draw(sharp, Affine.magnification(2), 56, 56);
        Rgb blurred = Warp.draw(small, Affine.magnification(.5), 112, 112);

        assertThat(Sharpness.of(new Rgb(8, 8, new byte[192]))).isZero();
        assertThat(Sharpness.of(blurred)).isPositive().isLessThan(Sharpness.of(sharp) / 20);
    }

    @Test
    void the_variance_of_the_laplacian_of_a_single_dot_is_as_worked_by_hand() {
        byte[] data = new byte[3 * 8 * 8];
        for (int channel = 0; channel < 3; channel++) {
            data[3 * (4 * 8 + 4) + channel] = 100;
        }

        // 6 × 6 places: one has -400, its four neighbours 100 each, so the mean is 0
        assertThat(Sharpness.of(new Rgb(8, 8, data))).isCloseTo((160_000 + 4 * 10_000) / 36.0, within(1e-6));
    }

    @Test
    void each_threshold_has_its_own_finding() {
        HeadPose frontal = new HeadPose(0, 0, 0);
        FaceThresholds thresholds = new FaceThresholds(.8, 24, 20, 40, 30, 45);

        assertThat(thresholds.judge(facts(1, .8, 24, 20, new HeadPose(40, -30, 45))))
                .isEmpty();
        assertThat(thresholds.judge(facts(3, .5, 23, 19, new HeadPose(-41, 0, 0))))
                .containsExactly(
                        FaceFinding.SEVERAL_FACES,
                        FaceFinding.UNSURE,
                        FaceFinding.TOO_SMALL,
                        FaceFinding.TOO_BLURRED,
                        FaceFinding.TURNED_TOO_FAR);
        assertThat(Stream.of(new HeadPose(0, 31, 0), new HeadPose(0, 0, -46)))
                .allSatisfy(pose -> assertThat(thresholds.judge(facts(1, .9, 30, 30, pose)))
                        .containsExactly(FaceFinding.TURNED_TOO_FAR));
        assertThat(thresholds.judge(facts(2, .9, 30, 30, frontal))).containsExactly(FaceFinding.SEVERAL_FACES);
    }

    @Test
    void the_main_face_is_large_and_central_rather_than_sure() {
        Rgb picture = new Rgb(200, 200, new byte[3 * 200 * 200]);
        DetectedFace central = face(100, 100, 80, .9);
        DetectedFace smallAndSure = face(100, 20, 20, .999);
        DetectedFace largeInTheCorner = face(15, 15, 90, .95);

        assertThat(FaceChoice.LARGEST.place(List.of(largeInTheCorner, smallAndSure, central), picture))
                .hasValue(2);
    }

    @Test
    void the_central_face_may_be_small_and_a_number_counts_from_the_left() {
        Rgb picture = new Rgb(200, 200, new byte[3 * 200 * 200]);
        List<DetectedFace> faces = List.of(face(40, 100, 90, .9), face(95, 105, 20, .9), face(150, 100, 90, .9));

        assertThat(FaceChoice.CENTRAL.place(faces, picture)).hasValue(1);
        assertThat(FaceChoice.numbered(3).place(faces, picture)).hasValue(2);
        assertThat(FaceChoice.numbered(4).place(faces, picture)).isEmpty();
        assertThat(FaceChoice.CENTRAL.place(List.of(), picture)).isEmpty();
        assertThat(Stream.of("largest", "central", "1", "12"))
                .allSatisfy(word ->
                        assertThat(FaceChoice.of(word)).map(FaceChoice::word).contains(word));
        assertThat(Stream.of("", "0", "-1", "01", "1.0", "1000", "Largest", "left", " 1", "١"))
                .allSatisfy(word -> assertThat(FaceChoice.of(word)).isEmpty());
    }

    @Test
    void it_is_said_which_of_several_faces_was_taken() {
        FaceFinding several = FaceFinding.SEVERAL_FACES;

        assertThat(several.sentence(FaceChoice.LARGEST))
                .isEqualTo("Several faces were found; the largest and most central one was used.");
        assertThat(several.sentence(FaceChoice.CENTRAL))
                .isEqualTo("Several faces were found; the one nearest to the centre of the photo was used.");
        assertThat(several.sentence(FaceChoice.numbered(2)))
                .isEqualTo("Several faces were found; number 2 from the left was used.");
    }

    private static DetectedFace face(double x, double y, double sidePx, double score) {
        Point centre = new Point(x, y);
        return new DetectedFace(
                Box.around(centre, sidePx, sidePx), score, new FivePoints(centre, centre, centre, centre, centre));
    }

    static FaceFacts facts(int faces, double score, double eyeDistancePx, double sharpness, HeadPose pose) {
        return new FaceFacts(faces, score, new Box(10, 20, 110, 140), eyeDistancePx, sharpness, pose);
    }

    /** A head in units of the eye distance, x right, y down, z towards the camera, seen from far away. */
    private static FivePoints projected(double yaw, double pitch, double roll) {
        double[][] head = {{-.5, 0, 0}, {.5, 0, 0}, {0, .57, .5}, {-.4, 1.1, 0}, {.4, 1.1, 0}};
        return FivePoints.of(Stream.of(head)
                .map(p -> turned(p, Math.toRadians(yaw), Math.toRadians(pitch), Math.toRadians(roll)))
                .toList());
    }

    private static Point turned(double[] p, double yaw, double pitch, double roll) {
        double x = p[0] * Math.cos(yaw) + p[2] * Math.sin(yaw);
        double z = p[2] * Math.cos(yaw) - p[0] * Math.sin(yaw);
        double y = p[1] * Math.cos(pitch) + z * Math.sin(pitch);
        return new Point(
                100 + 40 * (x * Math.cos(roll) - y * Math.sin(roll)),
                100 + 40 * (x * Math.sin(roll) + y * Math.cos(roll)));
    }
}
