package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class NumberedDrawsTest {

    @Test
    void the_first_draw_is_what_the_library_makes_of_the_seed() {
        for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE}) {
            UniformRandomProvider own = NumberedDraws.generator(seed, 0);
            UniformRandomProvider librarys = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);

            assertThat(own.longs(100).toArray()).isEqualTo(librarys.longs(100).toArray());
        }
    }

    @Test
    void each_draw_has_numbers_of_its_own() {
        assertThat(NumberedDraws.generator(1, 1).longs(50).toArray())
                .doesNotContain(NumberedDraws.generator(1, 0).longs(50).toArray())
                .isEqualTo(NumberedDraws.generator(1, 1).longs(50).toArray());
    }
}
