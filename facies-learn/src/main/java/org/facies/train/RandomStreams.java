package org.facies.train;

import java.util.SplittableRandom;

/** Random numbers that depend on a seed and on where they are used, never on what was drawn before. */
final class RandomStreams {

    private RandomStreams() {}

    /** A stream of its own for each place, for example (seed, epoch, crop). */
    static SplittableRandom at(long seed, long... place) {
        return new SplittableRandom(mix(seed, place));
    }

    /** As {@link #at}, only the seed. Rounds of SplitMix64, Steele et al. 2014. */
    static long mix(long seed, long... place) {
        long mixed = seed;
        for (long part : place) {
            mixed = round(mixed + 0x9E3779B97F4A7C15L * (part + 1));
        }
        return mixed;
    }

    private static long round(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
