package org.facies.calibration;

import java.util.Arrays;
import java.util.List;

/** A map from the probabilities of a model to calibrated probabilities. */
public sealed interface Scaling {
    /** Lower bound of a probability before its logarithm is taken. */
    double SMALLEST = 1e-12;

    /**
     * Calibrates one case.
     *
     * @param probabilities double[classes], summing to 1
     * @return double[classes], summing to 1
     */
    double[] apply(double[] probabilities);

    /** Returns the probabilities unchanged. */
    record Identity() implements Scaling {
        @Override
        public double[] apply(double[] probabilities) {
            return probabilities.clone();
        }
    }

    /**
     * Temperature scaling (Guo, Pleiss, Sun and Weinberger 2017, eq. 9): {@code softmax(log p / temperature)}. It does
     * not change the order of the classes.
     *
     * @param temperature above 0; a value above 1 lowers the confidence
     */
    record Temperature(double temperature) implements Scaling {
        /**
         * The lowest temperature of a fit. For a model that is always correct, the best temperature is 0 and has no
         * value.
         */
        public static final double LOWEST = 0.01;

        /** The highest temperature of a fit. It makes all probabilities almost equal. */
        public static final double HIGHEST = 100;

        /** Relative distance to a bound at which a fit counts as having reached it. */
        private static final double CLOSE = 1e-4;

        public Temperature {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException("temperature " + temperature);
            }
        }

        /** Whether the fit ended at {@link #LOWEST}: the best temperature is this value or lower. */
        public boolean isLowest() {
            return temperature <= LOWEST * (1 + CLOSE);
        }

        /** Whether the fit ended at {@link #HIGHEST}: the best temperature is this value or higher. */
        public boolean isHighest() {
            return temperature >= HIGHEST * (1 - CLOSE);
        }

        @Override
        public double[] apply(double[] probabilities) {
            double[] scores = logarithms(probabilities);
            for (int c = 0; c < scores.length; c++) {
                scores[c] /= temperature;
            }
            return softmax(scores);
        }
    }

    /**
     * Vector scaling (Guo et al. 2017, section 4.2): {@code softmax(slope * log p + shift)}, with a slope and a shift
     * for each class. It can correct the effect of class weights in training, and it can change the answer.
     *
     * @param slope one for each class
     * @param shift one for each class
     */
    record Vector(List<Double> slope, List<Double> shift) implements Scaling {
        public Vector {
            slope = List.copyOf(slope);
            shift = List.copyOf(shift);
        }

        @Override
        public double[] apply(double[] probabilities) {
            double[] scores = logarithms(probabilities);
            for (int c = 0; c < scores.length; c++) {
                scores[c] = slope.get(c) * scores[c] + shift.get(c);
            }
            return softmax(scores);
        }
    }

    /** Natural logarithms of the probabilities, which are raised to {@link #SMALLEST} first. */
    static double[] logarithms(double[] probabilities) {
        return Arrays.stream(probabilities)
                .map(p -> Math.log(Math.max(SMALLEST, p)))
                .toArray();
    }

    private static double highest(double[] scores) {
        double highest = scores[0];
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        return highest;
    }

    /** Exponentials divided by their sum, without overflow. */
    static double[] softmax(double[] scores) {
        double[] p = scores.clone();
        exponentials(p);
        return p;
    }

    /**
     * Replaces scores by their exponentials divided by their sum, without overflow.
     *
     * @param scores double[classes]; overwritten
     * @return the logarithm of the sum of the exponentials
     */
    static double exponentials(double[] scores) {
        double highest = highest(scores);
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return highest + Math.log(sum);
    }
}
