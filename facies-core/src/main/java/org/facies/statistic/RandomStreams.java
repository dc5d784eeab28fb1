package org.facies.statistic;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoRoShiRo128PlusPlus;

/**
 * Generators of random numbers that depend on a seed and on where they are used, never on what was drawn before: work
 * may be done on any number of threads, in any order, and resume after an interruption. The numbers of each stream are
 * part of what a result is reproduced from, so they stay the same.
 */
public final class RandomStreams {
    /** Separates the seeds of draws; it differs from the step of the generator's own seeding. */
    private static final long BETWEEN_DRAWS = 0xd1342543de82ef95L;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private RandomStreams() {}

    /** The generator of a seed: that of {@code RandomSource.XO_RO_SHI_RO_128_PP}. */
    public static UniformRandomProvider of(long seed) {
        return numbered(seed, 0);
    }

    /**
     * The generator of one of many draws; draw 0 has that of the seed itself. It is made without the reflection of
     * {@code RandomSource}, which takes longer than many a draw.
     *
     * @param seed of all draws
     * @param number of the draw
     */
    public static UniformRandomProvider numbered(long seed, int number) {
        SplitMix64 state = new SplitMix64(seed + number * BETWEEN_DRAWS);
        return new XoRoShiRo128PlusPlus(state.nextLong(), state.nextLong());
    }

    /**
     * The generator of a place, for example an epoch and a crop.
     *
     * @param place any number of coordinates; their order matters
     */
    public static SplittableRandom at(long seed, long... place) {
        return new SplittableRandom(mix(seed, place));
    }

    /** The seed of {@link #at}, for a generator of another kind. Rounds of SplitMix64 (Steele et al. 2014). */
    public static long mix(long seed, long... place) {
        long mixed = seed;
        for (long part : place) {
            mixed = round(mixed + GOLDEN_RATIO * (part + 1));
        }
        return mixed;
    }

    private static long round(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
