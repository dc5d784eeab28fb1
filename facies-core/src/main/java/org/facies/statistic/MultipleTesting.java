package org.facies.statistic;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Adjusts the p values of a family of tests. NaN stays NaN and does not count as a test. */
public final class MultipleTesting {

    private MultipleTesting() {}

    /** Holm 1979: controls the probability of any false finding. In the order of {@code p}. */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = p.clone();
        double running = 0;
        for (int rank = 0; rank < order.length; rank++) {
            running = Math.max(running, Math.min(1, p[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }

    /**
     * Tests with their p adjusted by {@link #holm(double[])}, in the same order.
     *
     * @param p of a test, not adjusted
     * @param adjusted the same test with an adjusted p
     */
    public static <T> List<T> holm(List<T> tests, ToDoubleFunction<T> p, BiFunction<T, Double, T> adjusted) {
        double[] holm = holm(tests.stream().mapToDouble(p).toArray());
        return IntStream.range(0, holm.length)
                .mapToObj(i -> adjusted.apply(tests.get(i), holm[i]))
                .toList();
    }

    /** Benjamini and Hochberg 1995: controls the expected share of false findings. In the order of {@code p}. */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = p.clone();
        double running = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            running = Math.min(running, p[order[rank]] * order.length / (rank + 1));
            adjusted[order[rank]] = running;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
