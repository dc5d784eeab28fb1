package org.facies.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Several readers judge the same cases with each of several modalities: whether the modalities differ (Obuchowski and
 * Rockette 1995, with the degrees of freedom of Hillis 2007).
 */
public final class ObuchowskiRockette {
    private final double[][] figures;
    private final ReaderCovariance errors;
    private final int modalities;
    private final int readers;
    private final double[] meanOfModality;
    private final double msModality;
    private final double msInteraction;

    /**
     * Prepares the analysis.
     *
     * @param figures double[modalities][readers], at least two of each: an area or another figure of merit
     * @param errors how the statistics vary over cases
     */
    public ObuchowskiRockette(double[][] figures, ReaderCovariance errors) {
        this.figures = Arrays.stream(figures).map(double[]::clone).toArray(double[][]::new);
        this.errors = errors;
        this.modalities = figures.length;
        this.readers = modalities == 0 ? 0 : figures[0].length;
        if (modalities < 2 || readers < 2) {
            throw new IllegalArgumentException(modalities + " modalities and " + readers + " readers; both need two");
        }
        this.meanOfModality =
                Arrays.stream(figures).mapToDouble(ObuchowskiRockette::mean).toArray();
        this.msModality = readers * sumOfSquares(meanOfModality) / (modalities - 1);
        this.msInteraction = interaction() / ((modalities - 1.0) * (readers - 1));
    }

    private double interaction() {
        double grand = mean(meanOfModality);
        double sum = 0;
        for (int j = 0; j < readers; j++) {
            double ofReader = 0;
            for (double[] modality : figures) {
                ofReader += modality[j] / modalities;
            }
            for (int i = 0; i < modalities; i++) {
                double residual = figures[i][j] - meanOfModality[i] - ofReader + grand;
                sum += residual * residual;
            }
        }
        return sum;
    }

    /** Mean square between modalities, MS(T). */
    public double msModality() {
        return msModality;
    }

    /** Mean square of modalities by readers, MS(TR). */
    public double msInteraction() {
        return msInteraction;
    }

    /** Readers and cases are both random samples: an F test. */
    public ModalityComparison randomReadersRandomCases() {
        double denominator = msInteraction + readers * excess();
        double df = denominator * denominator / (msInteraction * msInteraction) * (modalities - 1) * (readers - 1);
        return f(denominator, df);
    }

    /** Readers are fixed, cases are a random sample: a chi-square test. */
    public ModalityComparison fixedReaders() {
        double variance = errors.variance() - errors.cov1() + (readers - 1) * excess();
        double df = modalities - 1.0;
        return ModalityComparison.of(
                df * msModality / variance,
                new double[] {df, Double.POSITIVE_INFINITY},
                x -> ChiSquaredDistribution.of(df).survivalProbability(x),
                difference(),
                Math.sqrt(2 * variance / readers),
                NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - ModalityComparison.LEVEL) / 2));
    }

    /** Cases are fixed, readers are a random sample: an F test. */
    public ModalityComparison fixedCases() {
        return f(msInteraction, (modalities - 1.0) * (readers - 1));
    }

    private ModalityComparison f(double denominator, double denominatorDf) {
        double df = modalities - 1.0;
        boolean defined = Double.isFinite(denominatorDf);
        return ModalityComparison.of(
                defined ? msModality / denominator : Double.NaN,
                new double[] {df, denominatorDf},
                x -> FDistribution.of(df, denominatorDf).survivalProbability(x),
                difference(),
                Math.sqrt(2 * denominator / readers),
                defined
                        ? TDistribution.of(denominatorDf).inverseSurvivalProbability((1 - ModalityComparison.LEVEL) / 2)
                        : Double.NaN);
    }

    /**
     * Readers against one model on the same cases, readers and cases both random samples (Hillis, Obuchowski and
     * Berbaum 2011 for one modality, applied to the differences, as Chakraborty 2017 compares
     * readers with a standalone reading by machine). The statistic is t.
     *
     * @param differences double[readers], at least two: each reader's statistic less the model's
     * @param errors of these differences over cases, as one modality
     */
    public static ModalityComparison readersAgainstModel(double[] differences, ReaderCovariance errors) {
        int readers = differences.length;
        if (readers < 2) {
            throw new IllegalArgumentException(readers + " readers; two are needed");
        }
        double msReaders = sumOfSquares(differences) / (readers - 1);
        double denominator = msReaders + readers * Math.max(0, errors.cov2());
        double df = denominator * denominator / (msReaders * msReaders) * (readers - 1);
        double standardError = Math.sqrt(denominator / readers);
        double difference = mean(differences);
        boolean defined = Double.isFinite(df);
        return ModalityComparison.of(
                defined ? difference / standardError : Double.NaN,
                new double[] {1, df},
                t -> 2 * TDistribution.of(df).survivalProbability(Math.abs(t)),
                difference,
                standardError,
                defined
                        ? TDistribution.of(df).inverseSurvivalProbability((1 - ModalityComparison.LEVEL) / 2)
                        : Double.NaN);
    }

    private double difference() {
        return modalities == 2 ? meanOfModality[0] - meanOfModality[1] : Double.NaN;
    }

    private double excess() {
        return Math.max(0, errors.cov2() - errors.cov3());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double sumOfSquares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    }
}
