package org.facies.metric;

import java.util.List;

/** Requirements on a file of predictions, by the tool that wrote it. */
enum PredictionRules {
    /** Written by Facies. */
    OWN {
        @Override
        List<String> required(List<String> columns) {
            return columns;
        }

        @Override
        boolean accepts(double sum) {
            return sum > 0 && Double.isFinite(sum);
        }

        @Override
        String remedy() {
            return "Give probabilities that sum to 1.";
        }
    },
    /** Written by any tool, often rounded. */
    BROUGHT {
        @Override
        List<String> required(List<String> columns) {
            return columns.stream().filter(column -> !column.equals("fold")).toList();
        }

        @Override
        boolean accepts(double sum) {
            return Math.abs(sum - 1) <= TOLERANCE + SLACK;
        }

        @Override
        String remedy() {
            return "Give probabilities that sum to 1; sums from 0.99 to 1.01 are accepted as rounding.";
        }
    };

    /** How far from 1 the sum of imported probabilities may be: rounding to two decimals explains as much. */
    static final double TOLERANCE = 0.01;

    /** Rounding error of adding decimals in binary. */
    private static final double SLACK = 1e-9;

    /** The columns without which the file cannot be read. */
    abstract List<String> required(List<String> columns);

    /** Whether probabilities with this sum may be divided by it. */
    abstract boolean accepts(double sum);

    /** The remedy where it may not. */
    abstract String remedy();
}
