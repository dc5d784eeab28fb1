package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void the_first_draw_is_what_the_library_makes_of_the_seed() {
        for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE}) {
            UniformRandomProvider own = RandomStreams.numbered(seed, 0);
            UniformRandomProvider librarys = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);

            assertThat(own.longs(100).toArray()).isEqualTo(librarys.longs(100).toArray());
        }
    }

    @Test
    void each_draw_has_numbers_of_its_own() {
        assertThat(RandomStreams.numbered(1, 1).longs(50).toArray())
                .doesNotContain(RandomStreams.numbered(1, 0).longs(50).toArray())
                .isEqualTo(RandomStreams.numbered(1, 1).longs(50).toArray());
    }

    /** Numbers that trainings have been made with. */
    @Test
    void the_streams_of_places_are_the_ones_they_always_were() {
        assertThat(RandomStreams.mix(1, 2, 3)).isEqualTo(1072907043932612987L);
        assertThat(RandomStreams.at(7, 0, 5).nextLong()).isEqualTo(708016018272819395L);
        assertThat(RandomStreams.at(7, 0, 5).nextLong())
                .isEqualTo(RandomStreams.at(7, 0, 5).nextLong());
    }

    @Test
    void a_seed_has_the_stream_of_its_first_draw() {
        assertThat(RandomStreams.of(42).longs(20).toArray())
                .isEqualTo(RandomStreams.numbered(42, 0).longs(20).toArray());
    }
}
