package org.facies.quantise;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.facies.embed.Embedder;
import org.facies.embed.Views;
import org.facies.image.Rgb;
import org.facies.model.MeasuredCost.Speed;

/**
 * How many photos a second two networks embed, taking turns so that whatever else the machine does slows both.
 *
 * @param rounds how often each has its turn; the median counts
 * @param turnMillis how long a turn lasts at least
 * @param nanoClock for example {@code System::nanoTime}
 */
public record Pace(int rounds, long turnMillis, LongSupplier nanoClock) {

    private static final long NANOS = 1_000_000;

    /** Five turns of a tenth of a second, or of one batch where that takes longer. */
    public static Pace standard(LongSupplier nanoClock) {
        return new Pace(5, 100, nanoClock);
    }

    /** On crops that are embedded together. */
    Speed measure(List<Rgb> together, Embedder exact, Embedder rounded) {
        exact.embed(together, Views.CROP);
        rounded.embed(together, Views.CROP);
        double[] exactPace = new double[rounds];
        double[] roundedPace = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            exactPace[round] = turn(together, exact);
            roundedPace[round] = turn(together, rounded);
        }
        return new Speed(together.size(), median(exactPace), median(roundedPace));
    }

    private double turn(List<Rgb> together, Embedder embedder) {
        long begin = nanoClock.getAsLong();
        long photos = 0;
        long passed;
        do {
            embedder.embed(together, Views.CROP);
            photos += together.size();
            passed = nanoClock.getAsLong() - begin;
        } while (passed < turnMillis * NANOS);
        return photos * 1000.0 * NANOS / passed;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
