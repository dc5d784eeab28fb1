package org.facies.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WarpTest {

    private static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

    @Test
    void the_identity_changes_nothing() {
        Rgb picture = Fixtures.noise(13, 9, new Random(1));

        assertThat(Warp.draw(picture, IDENTITY, 13, 9).data()).isEqualTo(picture.data());
    }

    @Test
    void half_a_pixel_further_is_the_mean_of_two_pixels() {
        Rgb picture = new Rgb(2, 1, new byte[] {10, 20, 30, 20, 40, (byte) 130});

        Rgb drawn = Warp.draw(picture, new Affine(1, 0, .5, 0, 1, 0), 1, 1);

        assertThat(Fixtures.pixel(drawn, 0, 0)).containsExactly(15, 30, 80);
    }

    @Test
    void beyond_its_edge_a_picture_goes_on_with_its_edge() {
        Rgb picture = Fixtures.noise(5, 5, new Random(2));

        Rgb drawn = Warp.draw(picture, new Affine(1, 0, -20, 0, 1, 2), 3, 1);

        assertThat(Fixtures.pixel(drawn, 1, 0)).isEqualTo(Fixtures.pixel(picture, 0, 2));
    }

    @Test
    void a_shrunken_chessboard_is_grey_and_not_noise() {
        byte[] board = new byte[3 * 120 * 120];
        for (int i = 0; i < board.length; i++) {
            board[i] = (byte) ((i / 3 % 120 + i / 360) % 2 == 0 ? 0 : 255);
        }

        Rgb drawn = Warp.draw(new Rgb(120, 120, board), Affine.magnification(6), 20, 20);

        for (byte value : drawn.data()) {
            assertThat(value & 0xFF).isBetween(126, 129);
        }
    }

    /** A plane of light is reproduced exactly by averaging and by interpolation, so any misplaced pixel shows. */
    @Test
    void shrinking_moves_nothing() {
        byte[] ramp = new byte[3 * 240 * 240];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i / 3 % 240);
        }
        Rgb picture = new Rgb(240, 240, ramp);
        for (double factor : new double[] {1.2, 2, 2.9, 3.7, 5}) {
            Affine toSource = Affine.magnification(factor);
            int side = (int) (240 / factor);

            Rgb drawn = Warp.draw(picture, toSource, side, side);

            for (int x = 3; x < side - 3; x++) {
                double expected = toSource.apply(new Point(x, 7)).x();
                assertThat((double) Fixtures.pixel(drawn, x, 7)[0])
                        .as("factor %s, column %d", factor, x)
                        .isCloseTo(expected, within(1.01));
            }
        }
    }

    @Test
    void the_inverse_undoes_the_map() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Affine map = new Affine(
                    1 + random.nextDouble(),
                    random.nextGaussian(),
                    random.nextGaussian() * 50,
                    random.nextGaussian(),
                    -1 - random.nextDouble(),
                    random.nextGaussian() * 50);
            if (Math.abs(map.xx() * map.yy() - map.xy() * map.yx()) < .05) {
                continue;
            }
            Point p = new Point(random.nextGaussian() * 100, random.nextGaussian() * 100);

            assertThat(map.inverse().apply(map.apply(p)).distanceTo(p))
                    .as("seed %d", seed)
                    .isLessThan(1e-6);
        }
    }
}
