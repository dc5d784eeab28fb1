package org.facies.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    private static final List<Point> FACE = CropGeometry.ARCFACE_112.template();

    @Test
    void a_quarter_turn_and_doubling_are_found() {
        List<Point> from = List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1));
        List<Point> to = List.of(new Point(5, 5), new Point(5, 7), new Point(3, 5));

        Affine found = Similarity.fit(from, to);

        assertThat(found.apply(new Point(1, 1)).distanceTo(new Point(3, 7))).isLessThan(1e-12);
    }

    @Test
    void every_similarity_is_recovered_exactly() {
        for (long seed = 0; seed < 300; seed++) {
            Affine truth = similarity(new Random(seed));

            Affine found = Similarity.fit(FACE, FACE.stream().map(truth::apply).toList());

            for (Point p : FACE) {
                assertThat(found.apply(p).distanceTo(truth.apply(p)))
                        .as("seed %d", seed)
                        .isLessThan(1e-8);
            }
        }
    }

    @Test
    void with_noise_no_nearby_similarity_fits_better() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Affine truth = similarity(random);
            List<Point> to = FACE.stream()
                    .map(p -> truth.apply(p).plus(random.nextGaussian() * 3, random.nextGaussian() * 3))
                    .toList();

            Affine found = Similarity.fit(FACE, to);

            double best = squaredError(found, to);
            for (int i = 0; i < 20; i++) {
                assertThat(squaredError(nudged(found, random), to))
                        .as("seed %d", seed)
                        .isGreaterThan(best);
            }
        }
    }

    @Test
    void a_mirrored_face_is_not_mirrored_back() {
        List<Point> mirrored =
                FACE.stream().map(p -> new Point(112 - p.x(), p.y())).toList();

        Affine found = Similarity.fit(FACE, mirrored);

        assertThat(found.xx()).isCloseTo(found.yy(), within(1e-12));
        assertThat(found.xy()).isCloseTo(-found.yx(), within(1e-12));
    }

    @Test
    void points_that_fall_together_have_no_similarity() {
        assertThatThrownBy(() -> Similarity.fit(Collections.nCopies(5, new Point(3, 3)), FACE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_padded_geometry_shows_the_same_face_at_the_same_scale_further_in() {
        CropGeometry padded = CropGeometry.DLIB_150.padded(16);

        assertThat(padded.id()).isEqualTo("dlib-150+16");
        assertThat(padded.widthPx()).isEqualTo(182);
        Affine shift = Similarity.fit(CropGeometry.DLIB_150.template(), padded.template());
        assertThat(Stream.of(shift.xx(), shift.dx(), shift.dy()))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(1.0, 16.0, 16.0);
        assertThat(CropGeometry.DLIB_150.padded(0)).isSameAs(CropGeometry.DLIB_150);
    }

    private static Affine similarity(Random random) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double scale = .1 + 5 * random.nextDouble();
        double a = scale * Math.cos(angle);
        double b = scale * Math.sin(angle);
        return new Affine(a, -b, 100 * random.nextGaussian(), b, a, 100 * random.nextGaussian());
    }

    private static Affine nudged(Affine map, Random random) {
        double a = map.xx() + .02 * random.nextGaussian();
        double b = map.yx() + .02 * random.nextGaussian();
        return new Affine(a, -b, map.dx() + random.nextGaussian(), b, a, map.dy() + random.nextGaussian());
    }

    private static double squaredError(Affine map, List<Point> to) {
        double sum = 0;
        for (int i = 0; i < to.size(); i++) {
            double distance = map.apply(FACE.get(i)).distanceTo(to.get(i));
            sum += distance * distance;
        }
        return sum;
    }
}
