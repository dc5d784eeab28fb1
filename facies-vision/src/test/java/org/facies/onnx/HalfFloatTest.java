package org.facies.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatTest {

    /** IEEE 754-2008, section 3.4, written with powers of two. */
    @Test
    void each_of_the_65536_half_floats_is_widened_without_loss() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            int exponent = (bits >> 10) & 31;
            int fraction = bits & 1023;
            double magnitude =
                    exponent == 0 ? fraction * Math.pow(2, -24) : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
            if (exponent == 31) {
                magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            }
            Float expected = (float) Math.copySign(magnitude, (bits & 0x8000) == 0 ? 1 : -1);

            assertThat(HalfFloat.toFloat((short) bits)).as("half 0x%04x", bits).isEqualTo(expected);
        }
    }
}
