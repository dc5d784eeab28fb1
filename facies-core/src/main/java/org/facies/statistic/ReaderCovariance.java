package org.facies.statistic;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How statistics of readers vary together over cases: the error terms of Obuchowski and Rockette 1995, each a mean over
 * its pairs.
 *
 * @param variance of a statistic
 * @param cov1 same reader, different modalities; NaN for one modality
 * @param cov2 different readers, same modality; NaN for one reader
 * @param cov3 different readers and modalities; NaN for one of either
 */
public record ReaderCovariance(double variance, double cov1, double cov2, double cov3) {

    /**
     * Areas under ROC curves, by DeLong's covariance.
     *
     * @param areas DeLong[modalities][readers] over the same cases in the same order
     */
    public static ReaderCovariance deLong(DeLong[][] areas) {
        return of(areas, DeLong::covarianceWith);
    }

    /** The same areas by the jackknife over cases; the statistics of the published OR analyses. */
    public static ReaderCovariance jackknife(DeLong[][] areas) {
        return jackknife(Arrays.stream(areas)
                .map(modality ->
                        Arrays.stream(modality).map(DeLong::withoutEach).toArray(double[][]::new))
                .toArray(double[][][]::new));
    }

    /**
     * Any statistic, by the jackknife over cases (Efron and Tibshirani 1993, chapter 11).
     *
     * @param withoutEach double[modalities][readers][cases]: the statistic without each case in turn
     */
    public static ReaderCovariance jackknife(double[][][] withoutEach) {
        return of(withoutEach, (a, b) -> (a.length - 1.0) / a.length * crossProduct(a, b));
    }

    /**
     * The mean of a value per case, for example 1 where the reader is correct: the sample covariance over the cases.
     *
     * @param values double[modalities][readers][cases]
     */
    public static ReaderCovariance ofMeans(double[][][] values) {
        return of(values, (a, b) -> crossProduct(a, b) / (a.length * (a.length - 1.0)));
    }

    private static <T> ReaderCovariance of(T[][] figures, ToDoubleBiFunction<T, T> covariance) {
        double[] sums = new double[4];
        long[] pairs = new long[4];
        for (int i = 0; i < figures.length; i++) {
            for (int k = 0; k < figures.length; k++) {
                for (int j = 0; j < figures[i].length; j++) {
                    for (int l = 0; l < figures[k].length; l++) {
                        int kind = (i == k ? 0 : 1) + (j == l ? 0 : 2);
                        sums[kind] += covariance.applyAsDouble(figures[i][j], figures[k][l]);
                        pairs[kind]++;
                    }
                }
            }
        }
        double[] means = IntStream.range(0, 4)
                .mapToDouble(kind -> sums[kind] / pairs[kind])
                .toArray();
        return new ReaderCovariance(means[0], means[1], means[2], means[3]);
    }

    private static double crossProduct(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " and " + b.length + " cases");
        }
        double meanOfA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanOfB = Arrays.stream(b).average().orElse(Double.NaN);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanOfA) * (b[i] - meanOfB);
        }
        return sum;
    }
}
