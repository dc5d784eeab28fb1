package org.facies.quantise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.facies.image.Rgb;
import org.facies.model.MeasuredCost.Speed;

/**
 * Photos per second of two networks. They run in turns, so that other work of the machine slows both.
 *
 * @param rounds number of turns of each; the median is used
 * @param turnMillis shortest duration of a turn
 * @param nanoClock for example {@code System::nanoTime}
 */
public record Pace(int rounds, long turnMillis, LongSupplier nanoClock) {

    private static final long NANOS = 1_000_000;

    /** Five turns of a tenth of a second, or of one batch if that takes longer. */
    public static Pace standard(LongSupplier nanoClock) {
        return new Pace(5, 100, nanoClock);
    }

    /**
     * Measures both.
     *
     * @param together crops in a batch
     * @param exact runs the float32 network on crops
     * @param rounded runs the int8 network on crops
     */
    Speed measure(List<Rgb> together, Consumer<List<Rgb>> exact, Consumer<List<Rgb>> rounded) {
        exact.accept(together);
        rounded.accept(together);
        double[] exactPace = new double[rounds];
        double[] roundedPace = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            exactPace[round] = turn(together, exact);
            roundedPace[round] = turn(together, rounded);
        }
        return new Speed(together.size(), median(exactPace), median(roundedPace));
    }

    private double turn(List<Rgb> together, Consumer<List<Rgb>> network) {
        long begin = nanoClock.getAsLong();
        long photos = 0;
        long passed;
        do {
            network.accept(together);
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
