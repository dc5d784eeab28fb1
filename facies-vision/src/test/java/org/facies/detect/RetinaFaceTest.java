package org.facies.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.inference.InferenceSession;
import org.facies.model.TestZoo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetinaFaceTest {

    private static byte[] published;
    private static RetinaFace detector;
    private static Landmarks68 landmarks;

    @BeforeAll
    static void load() throws IOException {
        published = Files.readAllBytes(TestZoo.model("retinaface-mnet25").file());
        detector = new RetinaFace(published, RetinaFaceVariant.V1, .5);
        landmarks =
                new Landmarks68(Files.readAllBytes(TestZoo.model("landmarks-68").file()));
    }

    @AfterAll
    static void close() {
        detector.close();
        landmarks.close();
    }

    @Test
    void freeing_the_input_size_does_not_change_a_bit_of_the_answer() {
        try (InferenceSession fixed = InferenceSession.open("published", published, 1);
                InferenceSession free = InferenceSession.open("freed", FreeInputSize.of(published), 1)) {
            List<float[]> expected = run(fixed);
            List<float[]> actual = run(free);
            for (int i = 0; i < 9; i++) {
                assertThat(actual.get(i)).as("output %d", i).isEqualTo(expected.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 250, 256, 400, 512, 1100, 2000})
    void a_portrait_of_any_size_has_one_face_in_the_same_place(int sidePx) {
        double factor = sidePx / 250.0;

        List<DetectedFace> faces = detector.detect(DrawnFace.portrait(sidePx));

        assertThat(faces).hasSize(1);
        Box box = faces.get(0).box();
        assertThat(faces.get(0).score()).isGreaterThan(.8);
        assertThat(box.centre().distanceTo(new Point(125, 130).resized(factor))).isLessThan(10 * factor);
        assertThat(box.widthPx()).isCloseTo(102 * factor, within(12 * factor));
    }

    @Test
    void a_face_too_small_for_the_first_look_is_found_in_the_second_or_third() {
        Rgb crowdless = DrawnFace.seenThrough(new Affine(1.6, 0, -1000, 0, 1.6, -1400), 1400, 1400);

        List<DetectedFace> faces = detector.detect(crowdless);

        assertThat(faces).isNotEmpty();
        assertThat(faces.get(0).box().centre().distanceTo(new Point(1125 / 1.6, 1530 / 1.6)))
                .isLessThan(10);
        assertThat(faces.get(0).box().widthPx()).isCloseTo(102 / 1.6, within(12.0));
    }

    @Test
    void both_of_two_faces_are_found() {
        List<DetectedFace> faces = detector.detect(DrawnFace.row(DrawnFace.portrait(), DrawnFace.portrait()));

        assertThat(faces).hasSize(2);
        assertThat(Math.abs(faces.get(0).box().centre().x()
                        - faces.get(1).box().centre().x()))
                .isCloseTo(250, within(8.0));
    }

    @Test
    void there_is_no_face_in_noise() {
        for (long seed = 0; seed < 5; seed++) {
            assertThat(detector.detect(DrawnFace.noise(seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void the_68_points_put_the_eyes_where_they_were_drawn() {
        Rgb portrait = DrawnFace.portrait();
        Box box = detector.detect(portrait).get(0).box();

        FivePoints points = Landmarks68.fivePoints(landmarks.find(portrait, box));

        assertThat(points.leftEye().distanceTo(DrawnFace.LEFT_EYE)).isLessThan(5);
        assertThat(points.rightEye().distanceTo(DrawnFace.RIGHT_EYE)).isLessThan(5);
        assertThat(points.nose().x()).isCloseTo(125, within(5.0));
        assertThat(points.leftMouth().x()).isLessThan(points.rightMouth().x());
    }

    private static List<float[]> run(InferenceSession network) {
        Random random = new Random(7);
        FloatBuffer values = network.buffer(3 * 512 * 512);
        for (int i = 0; i < 3 * 512 * 512; i++) {
            values.put(random.nextInt(256));
        }
        return network.run(values.flip(), 1, 3, 512, 512);
    }
}
