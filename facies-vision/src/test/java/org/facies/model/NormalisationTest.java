package org.facies.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.List;
import org.facies.image.Rgb;
import org.junit.jupiter.api.Test;

class NormalisationTest {

    @Test
    void pixels_become_planes_of_red_green_and_blue() {
        Rgb picture = new Rgb(2, 1, new byte[] {0, 10, 20, (byte) 255, 30, 40});
        FloatBuffer values = FloatBuffer.allocate(6);

        new Normalisation(List.of(0f, 10f, 20f), List.of(1f, 2f, 4f)).write(picture, values);

        assertThat(values.array()).containsExactly(0f, 255f, 0f, 10f, 0f, 5f);
    }

    @Test
    void arcface_maps_black_and_white_to_minus_one_and_one() {
        Rgb picture = new Rgb(1, 1, new byte[] {0, (byte) 255, (byte) 255});
        FloatBuffer values = FloatBuffer.allocate(3);

        Normalisation.ARCFACE.write(picture, values);

        assertThat(values.array()).containsExactly(-1f, 1f, 1f);
    }

    @Test
    void a_scale_of_zero_is_refused() {
        assertThatThrownBy(() -> Normalisation.of(127.5f, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
