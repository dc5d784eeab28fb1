package org.facies.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.JudgedCase;
import org.facies.metric.Metric;
import org.facies.metric.ResampledFigures;
import org.facies.metric.SharedResamples;
import org.facies.statistic.Interval;
import org.facies.statistic.WeightedSum;

/**
 * Standardises metrics to the class frequencies of the cohort: the weight of a case is the proportion of its class in
 * the cohort divided by the proportion in the sample (direct standardisation). Only metrics that depend on class
 * frequencies change; recall, specificity and balanced accuracy do not.
 */
final class PrevalenceCorrection {
    /** The metrics that are standardised. */
    static final List<Metric> FIGURES =
            List.of(Metric.ACCURACY, Metric.MACRO_PRECISION, Metric.MACRO_F1, Metric.COHEN_KAPPA);

    private final double[] prevalence;
    private final List<String> classes;
    private final SharedResamples resamples;

    /**
     * A standardisation to a cohort.
     *
     * @param cohort number of cases by class
     * @param resamples shared with other metrics of the same subjects
     */
    PrevalenceCorrection(Map<String, Long> cohort, SharedResamples resamples) {
        double all = cohort.values().stream().mapToLong(Long::longValue).sum();
        this.classes = List.copyOf(cohort.keySet());
        this.prevalence = cohort.values().stream().mapToDouble(n -> n / all).toArray();
        this.resamples = resamples;
    }

    /** The standardised metrics, with percentile intervals from subjects resampled within their class. */
    Map<Metric, Estimate> of(List<JudgedCase> cases) {
        int[] truth = cases.stream().mapToInt(JudgedCase::truth).toArray();
        int[] answer = cases.stream().mapToInt(JudgedCase::predicted).toArray();
        double[] values = figures(shares(truth, answer, WeightedSum.once(cases.size())));
        List<double[]> resampled =
                new SubjectWeights(cases).resampled(resamples, weights -> figures(shares(truth, answer, weights)));
        List<Estimate> estimates = ResampledFigures.of(values, resampled).percentile();
        Map<Metric, Estimate> corrected = new LinkedHashMap<>();
        for (int f = 0; f < values.length; f++) {
            Estimate undefined = new Estimate(values[f], Interval.UNDEFINED, Estimate.BOOTSTRAP, reason(cases));
            corrected.put(FIGURES.get(f), Double.isNaN(values[f]) ? undefined : estimates.get(f));
        }
        return corrected;
    }

    private String reason(List<JudgedCase> cases) {
        return IntStream.range(0, classes.size())
                .filter(c -> prevalence[c] > 0 && cases.stream().noneMatch(one -> one.truth() == c))
                .mapToObj(c -> "no case of class " + classes.get(c) + " was answered")
                .findFirst()
                .orElse("a class is never answered");
    }

    /** In the order of {@link #FIGURES}. */
    private double[] figures(double[][] share) {
        int k = prevalence.length;
        double[] answered = new double[k];
        double agreement = 0;
        double chance = 0;
        for (int c = 0; c < k; c++) {
            for (double[] row : share) {
                answered[c] += row[c];
            }
            agreement += share[c][c];
            chance += answered[c] * prevalence[c];
        }
        double precision = mean(k, c -> ratio(share[c][c], answered[c]));
        double f1 = mean(k, c -> ratio(2 * share[c][c], answered[c] + prevalence[c]));
        return new double[] {agreement, precision, f1, ratio(agreement - chance, 1 - chance)};
    }

    /**
     * The confusion matrix in proportions of the cohort; NaN in the row of a class of the cohort without a case here.
     * Cases without an answer are in no column.
     */
    private double[][] shares(int[] truth, int[] answer, int[] weights) {
        int k = prevalence.length;
        double[][] counts = new double[k][k];
        double[] supports = new double[k];
        for (int i = 0; i < weights.length; i++) {
            supports[truth[i]] += weights[i];
            if (answer[i] < k) {
                counts[truth[i]][answer[i]] += weights[i];
            }
        }
        for (int c = 0; c < k; c++) {
            double support = supports[c];
            for (int p = 0; p < k; p++) {
                counts[c][p] = prevalence[c] == 0 ? 0 : prevalence[c] * counts[c][p] / support;
            }
        }
        return counts;
    }

    private static double mean(int k, IntToDoubleFunction figure) {
        return IntStream.range(0, k).mapToDouble(figure).sum() / k;
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
