package org.facies.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear map from data to pixels.
 *
 * @param from the data value at {@code fromPx}
 * @param to the data value at {@code toPx}, greater than {@code from}
 */
record Scale(double from, double to, double fromPx, double toPx) {
    Scale {
        if (!(from < to)) {
            throw new IllegalArgumentException("empty scale from " + from + " to " + to);
        }
    }

    double px(double value) {
        return fromPx + (value - from) / (to - from) * (toPx - fromPx);
    }

    /**
     * Round values within the scale, with a distance of 1, 2 or 5 times a power of ten. Their number is close to the
     * one asked for.
     */
    List<Double> ticks(int about) {
        double step = step(to - from, about);
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / step - 1e-9);
        for (long i = first; i * step <= to + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest scale with round ends that contains both values. */
    static Scale around(double low, double high, double fromPx, double toPx) {
        double span = high > low ? high - low : Math.max(Math.abs(low), 1);
        double step = step(span, 4);
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.ceil(high / step - 1e-9) * step;
        return new Scale(from, to > from ? to : from + step, fromPx, toPx);
    }

    private static double step(double span, int about) {
        double rough = span / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
