package org.facies.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** A confidence interval; both ends are NaN where it is undefined. */
public record Interval(double low, double high) {

    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    /**
     * The central part of a sample: its quantiles at {@code (1 - level) / 2} and {@code (1 + level) / 2}, interpolated
     * linearly (type 7 of Hyndman and Fan 1996). Undefined for an empty sample.
     *
     * @param values without NaN, in any order
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval percentile(double[] values, double level) {
        if (values.length == 0) {
            return UNDEFINED;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
    }

    /**
     * Bias-corrected and accelerated (Efron 1987; Efron and Tibshirani 1993, eq. 14.9 to 14.15, resamples equal to the
     * value counting half). Undefined for an empty sample, and if all resamples lie on one side of the value.
     *
     * @param values the statistic of each resample, without NaN, in any order
     * @param value the statistic of the sample
     * @param acceleration {@link #acceleration}
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval bca(double[] values, double value, double acceleration, double level) {
        double below = 0;
        for (double resampled : values) {
            below += resampled < value ? 1 : resampled == value ? 0.5 : 0;
        }
        if (!(below > 0 && below < values.length)) {
            return UNDEFINED;
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double bias = normal.inverseCumulativeProbability(below / values.length);
        double z = normal.inverseSurvivalProbability((1 - level) / 2);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = bias + (bias - z) / (1 - acceleration * (bias - z));
        double high = bias + (bias + z) / (1 - acceleration * (bias + z));
        return new Interval(
                quantile(sorted, normal.cumulativeProbability(low)),
                quantile(sorted, normal.cumulativeProbability(high)));
    }

    /**
     * The acceleration of {@link #bca} from leaving out each unit, for units resampled within strata (Davison and
     * Hinkley 1997, section 5.3.2). 0 where the statistic does not depend on any unit. A unit that is alone in its
     * stratum, or without which the statistic is NaN, counts as having no influence.
     *
     * @param withoutEach double[units]: the statistic without each unit in turn
     * @param stratumOfUnit int[units], strata numbered from 0
     */
    public static double acceleration(double[] withoutEach, int[] stratumOfUnit) {
        int strata = Arrays.stream(stratumOfUnit).max().orElse(-1) + 1;
        double[] n = new double[strata];
        double[] sum = new double[strata];
        for (int i = 0; i < withoutEach.length; i++) {
            if (!Double.isNaN(withoutEach[i])) {
                n[stratumOfUnit[i]]++;
                sum[stratumOfUnit[i]] += withoutEach[i];
            }
        }
        double cubes = 0;
        double squares = 0;
        for (int i = 0; i < withoutEach.length; i++) {
            int s = stratumOfUnit[i];
            double influence = Double.isNaN(withoutEach[i]) ? 0 : (n[s] - 1) / n[s] * (sum[s] / n[s] - withoutEach[i]);
            cubes += influence * influence * influence;
            squares += influence * influence;
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    /**
     * Symmetric on the scale of log odds, {@code logit(value) ± t · SE / (value · (1 − value))}: it stays between 0 and
     * 1 and is longer towards 1/2 (for areas: Pepe 2003). Undefined at 0 and 1, where log odds are infinite, and
     * without an error.
     *
     * @param value from 0 to 1
     * @param error of the value; its degrees of freedom choose t
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval logit(double value, JackknifeError error, double level) {
        if (!(value > 0 && value < 1 && error.standardError() > 0 && error.degreesOfFreedom() > 0)) {
            return UNDEFINED;
        }
        double t = TDistribution.of(error.degreesOfFreedom()).inverseSurvivalProbability((1 - level) / 2);
        double half = t * error.standardError() / (value * (1 - value));
        double centre = Math.log(value / (1 - value));
        return new Interval(1 / (1 + Math.exp(half - centre)), 1 / (1 + Math.exp(-half - centre)));
    }

    /**
     * Of a statistic's mean over the folds of a cross-validation, for what the same training would reach on other data
     * of the same size: {@code mean ± t · sd · √(1/k + 1/(k − 1))} with k − 1 degrees of freedom, the corrected
     * resampled t of Nadeau and Bengio 2003 (Inference for the generalization error) with the folds' own share of test
     * and training cases. The second term accounts for what the folds cannot show by themselves, since their training
     * parts overlap. Undefined for a single fold, and where the folds do not differ.
     *
     * @param mean of the statistic over the folds
     * @param sd sample standard deviation over the folds
     * @param folds k
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval overFolds(double mean, double sd, int folds, double level) {
        return overFolds(mean, sd, folds, 1, level);
    }

    /**
     * The same over the folds of several cross-validations of the same data: {@code mean ± t · sd · √(1/(r·k) + 1/(k −
     * 1))} with r·k − 1 degrees of freedom (Bouckaert and Frank 2004). More repeats do not reduce the second term.
     *
     * @param mean of the statistic over all folds
     * @param sd sample standard deviation over all folds
     * @param folds k, of each repeat
     * @param repeats r
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval overFolds(double mean, double sd, int folds, int repeats, double level) {
        if (folds < 2 || !(sd > 0)) {
            return UNDEFINED;
        }
        double values = (double) folds * repeats;
        return student(mean, sd * Math.sqrt(1 / values + 1.0 / (folds - 1)), values - 1, level);
    }

    /**
     * {@code value ± t · error}. Undefined where one of the three is NaN.
     *
     * @param degreesOfFreedom of the error; z instead of t where infinite
     * @param level from 0 to 1, for example 0.95
     */
    public static Interval student(double value, double error, double degreesOfFreedom, double level) {
        if (Double.isNaN(value) || Double.isNaN(error) || !(degreesOfFreedom > 0)) {
            return UNDEFINED;
        }
        double tail = (1 - level) / 2;
        double t = Double.isInfinite(degreesOfFreedom)
                ? NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
                : TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
        return new Interval(value - t * error, value + t * error);
    }

    /** The part between two bounds; an end beyond one of them moves there. */
    public Interval within(double lowest, double highest) {
        return new Interval(Math.max(low, lowest), Math.min(high, highest));
    }

    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
