package org.facies.calibration;

import java.util.Arrays;
import java.util.List;

/** A map from the probabilities that a model gives to better calibrated ones. */
public sealed interface Scaling {
    /** Probabilities are kept this far from 0 before their logarithm is taken. */
    double SMALLEST = 1e-12;

    /**
     * Scales one case.
     *
     * @param probabilities double[classes], summing to 1
     * @return double[classes], summing to 1
     */
    double[] apply(double[] probabilities);

    /** Leaves all as it is. */
    record Identity() implements Scaling {
        @Override
        public double[] apply(double[] probabilities) {
            return probabilities.clone();
        }
    }

    /**
     * Temperature scaling (Guo, Pleiss, Sun and Weinberger 2017, eq. 9): {@code softmax(log p / temperature)}. The
     * order of the classes stays.
     *
     * @param temperature above 0; above 1 lowers the confidence
     */
    record Temperature(double temperature) implements Scaling {
        /** The lowest temperature that a fit looks at. A model that is always right has no temperature of its own. */
        public static final double LOWEST = 0.01;

        /** The highest temperature that a fit looks at. It makes almost all probabilities equal. */
        public static final double HIGHEST = 100;

        /** A fit stops this close to a bound, as a share of it. */
        private static final double CLOSE = 1e-4;

        public Temperature {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException("temperature " + temperature);
            }
        }

        /** Whether the search ended at {@link #LOWEST}: the best temperature lies at it or below. */
        public boolean isLowest() {
            return temperature <= LOWEST * (1 + CLOSE);
        }

        /** Whether the search ended at {@link #HIGHEST}: the best temperature lies at it or above. */
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
     * Vector scaling (Guo et al. 2017, section 4.2): {@code softmax(slope * log p + shift)}, each class by its own. It
     * can undo what class weights in training did to rare classes, and can change the answer.
     *
     * @param slope one a class
     * @param shift one a class
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

    /** Natural logarithms, of {@link #SMALLEST} at least. */
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

    /** Exponentials brought to sum 1, without overflow. */
    static double[] softmax(double[] scores) {
        double[] p = scores.clone();
        exponentials(p);
        return p;
    }

    /**
     * Turns scores into their exponentials brought to sum 1, without overflow.
     *
     * @param scores double[classes], which is overwritten
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
