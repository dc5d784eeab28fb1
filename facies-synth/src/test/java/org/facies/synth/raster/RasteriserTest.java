package org.facies.synth.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.facies.synth.mesh.Surface;
import org.junit.jupiter.api.Test;

class RasteriserTest {

    private static final int SIDE = 32;
    private static final Surface TRIANGLE =
            new Surface(new int[] {0, 1, 2}, new int[] {0, 1, 2}, new float[] {0, 0, 1, 0, 0, 1});

    private final Frame frame = new Frame(SIDE);
    private final Rasteriser rasteriser = new Rasteriser(frame);

    @Test
    void a_triangle_covers_the_pixels_whose_centres_it_holds() {
        float[] halfOfASquareOfFour = {2, 2, 1, 2, 6, 1, 6, 6, 1};

        rasteriser.draw(TRIANGLE, halfOfASquareOfFour, white(1), Pass.SOLID);

        StringBuilder drawn = new StringBuilder();
        for (int row = 2; row < 6; row++) {
            for (int column = 2; column < 6; column++) {
                drawn.append(red(column, row) > 0 ? '#' : '.');
            }
            drawn.append('\n');
        }
        assertThat(drawn).hasToString("#...\n##..\n###.\n####\n");
        assertThat(covered()).isEqualTo(10);
    }

    @Test
    void a_triangle_seen_from_behind_is_drawn_only_where_both_sides_count() {
        float[] fromBehind = {2, 2, 1, 6, 6, 1, 2, 6, 1};

        rasteriser.draw(TRIANGLE, fromBehind, white(1), Pass.SOLID);
        assertThat(covered()).isZero();

        rasteriser.draw(TRIANGLE, fromBehind, white(1), Pass.CORE);
        assertThat(covered()).isEqualTo(10);
    }

    @Test
    void coverage_is_the_same_as_that_of_half_planes_in_random_triangles() {
        for (long seed = 0; seed < 200; seed++) {
            float[] seen = randomTriangle(new SplittableRandom(seed));
            Frame own = new Frame(SIDE);
            new Rasteriser(own).draw(TRIANGLE, seen, white(1), Pass.CORE);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                double margin = insideBy(seen, centre(pixel % SIDE), centre(pixel / SIDE));
                if (Math.abs(margin) > 1e-3) {
                    assertThat(own.light()[3 * pixel] > 0)
                            .describedAs("seed %d pixel %d", seed, pixel)
                            .isEqualTo(margin > 0);
                }
            }
        }
    }

    @Test
    void the_nearer_of_two_triangles_is_seen_whichever_comes_first() {
        float[] near = {0, 0, 2, 0, 20, 2, 20, 20, 2};
        float[] far = {0, 0, 1, 0, 20, 1, 20, 20, 1};

        rasteriser.draw(TRIANGLE, near, colour(0.25f, 1), Pass.SOLID);
        rasteriser.draw(TRIANGLE, far, colour(0.75f, 1), Pass.SOLID);
        Frame other = new Frame(SIDE);
        new Rasteriser(other).draw(TRIANGLE, far, colour(0.75f, 1), Pass.SOLID);
        new Rasteriser(other).draw(TRIANGLE, near, colour(0.25f, 1), Pass.SOLID);

        assertThat(red(3, 10)).isEqualTo(0.25f);
        assertThat(other.light()).isEqualTo(frame.light());
    }

    @Test
    void texture_coordinates_are_those_of_the_point_that_a_ray_meets() {
        Camera camera = new Camera(4, 30, SIDE / 2.0, SIDE / 2.0);
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] points = new float[9];
            for (int i = 0; i < 9; i++) {
                points[i] = (float) random.nextDouble(-1.5, 1.5);
            }
            long shown = seed;
            Material recorder = fragment -> {
                fragment.alpha = 1;
                fragment.red = TRIANGLE.uvs()[2] * fragment.second;
                fragment.green = fragment.third;
            };
            Frame own = new Frame(SIDE);
            new Rasteriser(own).draw(TRIANGLE, camera.project(points), recorder, Pass.CORE);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                if (own.nearness()[pixel] > 0) {
                    double u = own.light()[3 * pixel];
                    double v = own.light()[3 * pixel + 1];
                    double x = points[0] + u * (points[3] - points[0]) + v * (points[6] - points[0]);
                    double y = points[1] + u * (points[4] - points[1]) + v * (points[7] - points[1]);
                    double z = points[2] + u * (points[5] - points[2]) + v * (points[8] - points[2]);
                    assertThat(16 + 30 * x / (4 - z))
                            .describedAs("seed %d", shown)
                            .isCloseTo(centre(pixel % SIDE), within(0.02));
                    assertThat(16 - 30 * y / (4 - z))
                            .describedAs("seed %d", shown)
                            .isCloseTo(centre(pixel / SIDE), within(0.02));
                }
            }
        }
    }

    @Test
    void a_sheer_surface_lets_what_is_behind_through_by_its_alpha() {
        float[] far = {0, 0, 1, 0, 20, 1, 20, 20, 1};
        float[] near = {0, 0, 2, 0, 20, 2, 20, 20, 2};

        rasteriser.draw(TRIANGLE, far, colour(0.8f, 1), Pass.SOLID);
        rasteriser.draw(TRIANGLE, near, colour(0.4f, 0.25f), Pass.SHEER);

        assertThat(red(3, 10)).isCloseTo(0.25f * 0.4f + 0.75f * 0.8f, within(1e-6f));
    }

    @Test
    void a_sheer_surface_behind_an_opaque_one_is_not_seen() {
        float[] far = {0, 0, 1, 0, 20, 1, 20, 20, 1};
        float[] near = {0, 0, 2, 0, 20, 2, 20, 20, 2};

        rasteriser.draw(TRIANGLE, near, colour(0.4f, 1), Pass.SOLID);
        rasteriser.draw(TRIANGLE, far, colour(0.8f, 0.5f), Pass.SHEER);

        assertThat(red(3, 10)).isEqualTo(0.4f);
    }

    @Test
    void sheer_triangles_are_laid_over_each_other_from_the_farthest_whatever_their_order() {
        float[] seen = {0, 0, 1, 0, 20, 1, 20, 20, 1, 0, 0, 2, 0, 20, 2, 20, 20, 2};
        float[] uvs = {0, 0, 1, 0, 0, 1};
        Surface farFirst = new Surface(new int[] {0, 1, 2, 3, 4, 5}, new int[] {0, 1, 2, 0, 1, 2}, uvs);
        Surface nearFirst = new Surface(new int[] {3, 4, 5, 0, 1, 2}, new int[] {0, 1, 2, 0, 1, 2}, uvs);
        Frame other = new Frame(SIDE);

        rasteriser.draw(farFirst, seen, byTriangle(0.2f, 0.6f), Pass.SHEER);
        new Rasteriser(other).draw(nearFirst, seen, byTriangle(0.6f, 0.2f), Pass.SHEER);

        assertThat(red(3, 10)).isCloseTo(0.5f * 0.6f + 0.5f * (0.5f * 0.2f), within(1e-6f));
        assertThat(other.light()).isEqualTo(frame.light());
    }

    @Test
    void core_and_sheer_together_draw_every_fragment_once() {
        float[] seen = {0, 0, 1, 0, 20, 1, 20, 20, 1};
        for (float alpha : new float[] {0.1f, 0.5f, 0.79f, 0.81f, 1}) {
            Frame own = new Frame(SIDE);
            new Rasteriser(own).draw(TRIANGLE, seen, colour(1, alpha), Pass.CORE);
            new Rasteriser(own).draw(TRIANGLE, seen, colour(1, alpha), Pass.SHEER);
            float expected = alpha >= Pass.OPAQUE ? 1 : alpha;
            assertThat(own.light()[3 * (10 * SIDE + 3)]).isCloseTo(expected, within(1e-6f));
        }
    }

    private static double centre(int pixel) {
        return pixel + 0.5;
    }

    private static Material white(float alpha) {
        return colour(1, alpha);
    }

    private static Material colour(float light, float alpha) {
        return fragment -> {
            fragment.red = light;
            fragment.green = light;
            fragment.blue = light;
            fragment.alpha = alpha;
        };
    }

    private static Material byTriangle(float first, float second) {
        return fragment -> {
            fragment.red = fragment.triangle == 0 ? first : second;
            fragment.alpha = 0.5f;
        };
    }

    private static float[] randomTriangle(SplittableRandom random) {
        float[] seen = new float[9];
        for (int i = 0; i < 9; i++) {
            seen[i] = i % 3 == 2 ? 1 : (float) random.nextDouble(-8, SIDE + 8);
        }
        return seen;
    }

    /** Least distance from the edges, negative outside. */
    private static double insideBy(float[] seen, double x, double y) {
        double orientation = side(seen, 0, 3, seen[6], seen[7]);
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            int from = 3 * i;
            int to = 3 * ((i + 1) % 3);
            double length = Math.hypot(seen[to] - seen[from], seen[to + 1] - seen[from + 1]);
            least = Math.min(least, Math.signum(orientation) * side(seen, from, to, x, y) / length);
        }
        return least;
    }

    private static double side(float[] seen, int from, int to, double x, double y) {
        return (seen[to] - seen[from]) * (y - seen[from + 1]) - (seen[to + 1] - seen[from + 1]) * (x - seen[from]);
    }

    private float red(int column, int row) {
        return frame.light()[3 * (row * SIDE + column)];
    }

    private int covered() {
        int count = 0;
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            count += frame.light()[3 * pixel] > 0 ? 1 : 0;
        }
        return count;
    }
}
