package org.facies.synth.population;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.facies.file.Sha256;

/**
 * Random numbers for one purpose. Each purpose has its own stream, so that one more photo of a child changes no other
 * photo and no other child.
 */
final class Chance {
    private final UniformRandomProvider uniform;
    private final SharedStateContinuousSampler gaussian;

    private Chance(long[] state) {
        uniform = RandomSource.XO_SHI_RO_256_PP.create(state);
        gaussian = ZigguratSampler.NormalizedGaussian.of(uniform);
    }

    /** The stream of a purpose, for example {@code "light", "P0007", "2"}. */
    static Chance of(long seed, String... purpose) {
        byte[] hash = HexFormat.of().parseHex(Sha256.of(seed + "\n" + String.join("\n", purpose)));
        long[] state = new long[hash.length / Long.BYTES];
        ByteBuffer.wrap(hash).asLongBuffer().get(state);
        return new Chance(state);
    }

    /** A standard normal number. */
    double gaussian() {
        return gaussian.sample();
    }

    /** A normal number around 0, drawn again if it is beyond two and a half standard deviations. */
    double bounded(double sd) {
        double drawn = gaussian();
        while (Math.abs(drawn) > 2.5) {
            drawn = gaussian();
        }
        return sd * drawn;
    }

    double between(double low, double high) {
        return uniform.nextDouble(low, high);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int whole(int low, int high) {
        return uniform.nextInt(low, high + 1);
    }

    long whole() {
        return uniform.nextLong();
    }

    boolean happens(double probability) {
        return uniform.nextDouble() < probability;
    }

    <T> T one(List<T> choices) {
        return choices.get(uniform.nextInt(choices.size()));
    }

    /** An index with probability proportional to its weight; weights need not sum to 1. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform.nextDouble() * total;
        int last = weights.length - 1;
        for (int i = 0; i < last; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return last;
    }

    /** The list in random order. */
    <T> List<T> shuffled(List<T> things) {
        List<T> result = new ArrayList<>(things);
        for (int i = result.size() - 1; i > 0; i--) {
            Collections.swap(result, i, uniform.nextInt(i + 1));
        }
        return result;
    }
}
