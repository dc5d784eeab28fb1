package org.facies.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WritersTest {

    private final PhotoDecoder decoder = new PhotoDecoder(ImageLimits.DEFAULT);

    @Test
    void a_png_gives_back_every_byte() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Rgb picture = Fixtures.noise(1 + random.nextInt(40), 1 + random.nextInt(40), random);

            Decoded decoded = decoder.decode(PngWriter.encode(picture));

            assertThat(((Decoded.Picture) decoded).pixels().data())
                    .as("seed %d", seed)
                    .isEqualTo(picture.data());
        }
    }

    @Test
    void another_reader_sees_the_same_png() throws IOException {
        Rgb picture = Fixtures.waves(31, 17);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.encode(picture)));

        int[] expected = Fixtures.pixel(picture, 11, 5);
        assertThat(image.getRGB(11, 5) & 0xFFFFFF).isEqualTo(expected[0] << 16 | expected[1] << 8 | expected[2]);
    }

    @Test
    void a_jpeg_keeps_smooth_colours_within_a_few_levels() {
        Rgb picture = Fixtures.waves(64, 48);

        Rgb decoded = ((Decoded.Picture) decoder.decode(JpegWriter.encode(picture, .95f))).pixels();

        double error = 0;
        for (int i = 0; i < picture.data().length; i++) {
            error += Math.abs((picture.data()[i] & 0xFF) - (decoded.data()[i] & 0xFF));
        }
        assertThat(error / picture.data().length).isLessThan(4);
    }
}
