package org.facies.synth.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.facies.image.Rgba;
import org.junit.jupiter.api.Test;

class TextureTest {

    private final float[] colour = new float[4];

    @Test
    void at_the_middle_of_a_texel_its_own_colour_is_seen() {
        byte[] data = new byte[4 * 4];
        data[4 + 1] = (byte) 255; // upper right: green
        data[4 + 3] = (byte) 255;
        Texture texture = Texture.of(new Rgba(2, 2, data));

        texture.sample(0.75f, 0.75f, 0, colour);

        assertThat(colour).containsExactly(0, 1, 0, 1);
    }

    @Test
    void what_is_transparent_lends_no_colour_to_its_neighbours() {
        byte[] data = {
            (byte) 255, 0, 0, (byte) 255, 0, (byte) 255, 0, 0, (byte) 255, 0, 0, (byte) 255, 0, (byte) 255, 0, 0
        };
        Texture texture = Texture.of(new Rgba(2, 2, data));

        texture.sample(0.5f, 0.5f, 0, colour);

        assertThat(colour[0] / colour[3]).isEqualTo(1);
        assertThat(colour[1]).isZero();
        assertThat(colour[3]).isEqualTo(0.5f);
    }

    @Test
    void from_far_away_the_mean_of_all_light_is_seen() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] data = new byte[4 * 64 * 64];
        double sum = 0;
        for (int i = 0; i < data.length; i += 4) {
            data[i] = (byte) random.nextInt(256);
            data[i + 3] = (byte) 255;
            sum += Srgb.toLinear((data[i] & 0xFF) / 255.0);
        }

        Texture.of(new Rgba(64, 64, data)).sample(0.3f, 0.8f, 100, colour);

        assertThat((double) colour[0]).isCloseTo(sum / (64 * 64), within(0.005));
    }

    @Test
    void srgb_and_linear_light_are_inverse() {
        for (int sample = 0; sample < 256; sample++) {
            assertThat(Srgb.fromLinear(Srgb.toLinear((byte) sample)) * 255).isCloseTo(sample, within(1e-3));
        }
        assertThat(Srgb.toLinear(0.5)).isCloseTo(0.21404, within(1e-5));
    }
}
