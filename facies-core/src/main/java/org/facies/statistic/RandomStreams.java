package org.facies.statistic;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;

/** A generator for each of many draws from one seed, so that the draws can be made on any number of threads, in any order. */
public final class NumberedDraws {
    /** Sets the seeds of draws apart; not the step by which the generator's own seeding goes on. */
    private static final long BETWEEN_DRAWS = 0xd1342543de82ef95L;

    private NumberedDraws() {}

    /**
     * The generator of one draw: that of {@code RandomSource.XO_RO_SHI_RO_128_PP}, without the reflection that makes its
     * creation dearer than many a draw.
     *
     * @param seed of all draws
     * @param number of the draw
     */
    public static UniformRandomProvider generator(long seed, int number) {
        SplitMix64 state = new SplitMix64(seed + number * BETWEEN_DRAWS);
        return new XoRoShiRo128PlusPlus(state.nextLong(), state.nextLong());
    }
}
