package org.facies.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.facies.align.CropGeometry;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.input.BadInput;
import org.facies.statistic.RandomStreams;
import org.junit.jupiter.api.Test;

class AugmentationTest {

    private static final int SIDE = 64;
    private static final int MARGIN = 12;
    private static final CropGeometry GEOMETRY = new CropGeometry(
            "test-64",
            SIDE,
            SIDE,
            List.of(new Point(20, 20), new Point(44, 20), new Point(32, 32), new Point(24, 44), new Point(40, 44)));

    @Test
    void no_augmentation_is_the_middle_of_the_padded_crop() {
        CropAugmenter augmenter = new CropAugmenter(GEOMETRY, Augmentation.none());
        Rgb padded = noise();

        Rgb plain = augmenter.plain(padded);

        assertThat(augmenter.varied(padded, new SplittableRandom(1)).data()).isEqualTo(plain.data());
        assertThat(value(plain, 0, 0)).isEqualTo(value(padded, MARGIN, MARGIN));
        assertThat(value(plain, SIDE - 1, SIDE - 1)).isEqualTo(value(padded, MARGIN + SIDE - 1, MARGIN + SIDE - 1));
    }

    @Test
    void a_sure_flip_is_the_mirror_image() {
        CropAugmenter augmenter = new CropAugmenter(GEOMETRY, with(1, 0, 0, 0));
        Rgb padded = noise();

        Rgb mirrored = augmenter.plain(padded).mirrored();

        assertThat(augmenter.varied(padded, new SplittableRandom(1)).data()).isEqualTo(mirrored.data());
    }

    @Test
    void a_move_too_small_to_see_gives_the_pixels_that_no_move_gives() {
        Rgb padded = noise();
        for (double flip : List.of(0.0, 1.0)) {
            Rgb copied = new CropAugmenter(GEOMETRY, with(flip, 0, 0, 0)).varied(padded, new SplittableRandom(1));
            Rgb drawn = new CropAugmenter(GEOMETRY, with(flip, 1e-9, 0, 0)).varied(padded, new SplittableRandom(1));

            assertThat(copied.data()).isEqualTo(drawn.data());
        }
    }

    @Test
    void the_same_place_in_the_random_stream_gives_the_same_picture() {
        CropAugmenter augmenter = new CropAugmenter(GEOMETRY, Augmentation.plausible());
        Rgb padded = noise();

        assertThat(augmenter.varied(padded, RandomStreams.at(1, 2, 3)).data())
                .isEqualTo(augmenter.varied(padded, RandomStreams.at(1, 2, 3)).data())
                .isNotEqualTo(
                        augmenter.varied(padded, RandomStreams.at(1, 2, 4)).data());
    }

    /** Three dots stay a similar triangle, whatever is drawn: distances change by one common factor. */
    @Test
    void a_face_is_never_stretched() {
        Augmentation strong = with(0.5, 0.05, 0.1, 10);
        CropAugmenter augmenter = new CropAugmenter(GEOMETRY, strong);
        List<Point> dots = List.of(new Point(20, 20), new Point(44, 22), new Point(30, 46));
        for (int seed = 0; seed < 50; seed++) {
            long same = seed;
            List<Point> found = dots.stream()
                    .map(dot -> seen(augmenter, dot, new SplittableRandom(same)))
                    .toList();
            double first = found.get(0).distanceTo(found.get(1)) / dots.get(0).distanceTo(dots.get(1));
            double second = found.get(1).distanceTo(found.get(2)) / dots.get(1).distanceTo(dots.get(2));
            assertThat(first).as("seed " + seed).isCloseTo(second, within(0.02)).isBetween(1 / 1.12, 1.12);
        }
    }

    @Test
    void the_margin_covers_the_strongest_shift_turn_and_shrinking() {
        assertThat(Augmentation.none().marginPx(150)).isZero();
        assertThat(with(0, 0.1, 0, 0).marginPx(150)).isEqualTo(15);
        assertThat(with(0, 0, 0.1, 0).marginPx(150)).isEqualTo(8);
        assertThat(with(0, 0, 0, 45).marginPx(100)).isEqualTo(21);
    }

    @Test
    void light_blur_and_jpeg_keep_the_picture_recognisable() {
        Augmentation conditions = new Augmentation(0, 0, 0, 0, 0.1, 0.15, 1, 1, 0.4, 1, 1);
        CropAugmenter augmenter = new CropAugmenter(GEOMETRY, conditions);
        Rgb padded = gradient();
        Rgb plain = augmenter.plain(padded);
        for (int seed = 0; seed < 20; seed++) {
            Rgb varied = augmenter.varied(padded, new SplittableRandom(seed));
            assertThat(value(varied, 40, 30))
                    .as("grey, seed " + seed)
                    .isEqualTo(varied.data()[3 * (30 * SIDE + 40) + 1] & 0xff);
            double difference = 0;
            for (int i = 0; i < plain.data().length; i++) {
                difference += Math.abs((plain.data()[i] & 0xff) - (varied.data()[i] & 0xff));
            }
            assertThat(difference / plain.data().length).as("seed " + seed).isBetween(0.1, 60.0);
        }
    }

    @Test
    void a_setting_out_of_range_is_named() {
        assertThatThrownBy(() -> with(1.5, 0, 0, 0))
                .isInstanceOf(BadInput.class)
                .hasMessage("training, flip: \"1.5\" is outside its range. Give 0.0 to 1.0.");
    }

    private static Augmentation with(double flip, double shift, double scale, double rotationDegrees) {
        return new Augmentation(flip, shift, scale, rotationDegrees, 0, 0, 0, 0, 1, 0, 0);
    }

    /** Where a bright dot of the unpadded crop comes to lie: the centre of its light. */
    private static Point seen(CropAugmenter augmenter, Point dot, SplittableRandom random) {
        int side = SIDE + 2 * MARGIN;
        byte[] data = new byte[3 * side * side];
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                int column = (int) dot.x() + MARGIN + x;
                int row = (int) dot.y() + MARGIN + y;
                data[3 * (row * side + column)] = (byte) 200;
            }
        }
        Rgb varied = augmenter.varied(new Rgb(side, side, data), random);
        double light = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int value = value(varied, x, y);
                light += value;
                sumX += (double) value * x;
                sumY += (double) value * y;
            }
        }
        return new Point(sumX / light, sumY / light);
    }

    private static int value(Rgb picture, int x, int y) {
        return picture.data()[3 * (y * picture.widthPx() + x)] & 0xff;
    }

    private static Rgb noise() {
        int side = SIDE + 2 * MARGIN;
        byte[] data = new byte[3 * side * side];
        new Random(4).nextBytes(data);
        return new Rgb(side, side, data);
    }

    private static Rgb gradient() {
        int side = SIDE + 2 * MARGIN;
        byte[] data = new byte[3 * side * side];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (60 + 120 * (i / 3 % side) / side + 20 * (i % 3));
        }
        return new Rgb(side, side, data);
    }
}
