package org.facies.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.facies.audit.DuplicateFinder.Orientation;
import org.facies.audit.DuplicateFinder.Pair;
import org.facies.cohort.Photo;
import org.facies.file.Sha256;
import org.facies.image.GreyThumbnail;
import org.junit.jupiter.api.Test;

class DuplicateFinderTest {
    private static final int SIDE = PhotoTrace.FACE_SIDE_PX;

    @Test
    void a_mirrored_face_is_found_though_its_landmarks_lie_elsewhere() {
        List<Pair> pairs = found(others(), seen(picture(100), 0, 1, 1), seen(picture(100), 4, 1.05, -1));

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.first()).isEqualTo(20);
            assertThat(pair.second()).isEqualTo(21);
            assertThat(pair.orientation()).isEqualTo(Orientation.MIRRORED);
            assertThat(pair.correlation()).isGreaterThan(0.9);
        });
    }

    @Test
    void a_face_found_turned_and_larger_in_a_copy_is_the_same_picture() {
        assertThat(found(others(), seen(picture(100), 0, 1, 1), seen(picture(100), -3, 0.95, 1)))
                .singleElement()
                .satisfies(pair -> assertThat(pair.orientation()).isEqualTo(Orientation.UPRIGHT));
    }

    @Test
    void a_pair_that_matches_upright_and_mirrored_counts_once() {
        DoubleBinaryOperator symmetric = (u, v) -> picture(100).applyAsDouble(Math.abs(u), v);

        assertThat(found(others(), seen(symmetric, 0, 1, 1), seen(symmetric, 0, 1, 1)))
                .hasSize(1);
    }

    @Test
    void different_pictures_are_no_pair() {
        assertThat(found(others(), seen(picture(100), 0, 1, 1), seen(picture(101), 0, 1, 1)))
                .isEmpty();
    }

    private static List<float[]> others() {
        return Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> seen(picture(i), 0, 1, 1))
                .toList();
    }

    private static List<Pair> found(List<float[]> others, float[]... faces) {
        List<PhotoTrace> traces = Stream.concat(others.stream(), Stream.of(faces))
                .map(face -> new PhotoTrace(
                        new Photo("a.jpg", Path.of("a.jpg"), Sha256.of("a")),
                        new float[1],
                        new float[1],
                        GreyThumbnail.normalised(face),
                        Map.of()))
                .toList();
        return new DuplicateFinder(traces).pairs();
    }

    /** Forty waves across and along; u and v from -1 to 1. */
    private static DoubleBinaryOperator picture(int seed) {
        Random random = new Random(seed);
        double[][] waves = Stream.generate(() -> new double[] {
                    random.nextGaussian() * 8, random.nextGaussian() * 8, random.nextDouble() * 2 * Math.PI
                })
                .limit(40)
                .toArray(double[][]::new);
        return (u, v) -> {
            double sum = 0;
            for (double[] wave : waves) {
                sum += Math.sin(wave[0] * u + wave[1] * v + wave[2]) / (3 + Math.hypot(wave[0], wave[1]));
            }
            return sum;
        };
    }

    /** The picture in cells, turned and scaled; side -1 mirrors it. */
    private static float[] seen(DoubleBinaryOperator picture, double degrees, double scale, int side) {
        double cos = Math.cos(Math.toRadians(degrees)) / scale;
        double sin = Math.sin(Math.toRadians(degrees)) / scale;
        float[] cells = new float[SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = (column + 0.5) * 2 / SIDE - 1;
                double y = (row + 0.5) * 2 / SIDE - 1;
                cells[row * SIDE + column] =
                        (float) picture.applyAsDouble(side * (cos * x - sin * y), sin * x + cos * y);
            }
        }
        return cells;
    }
}
