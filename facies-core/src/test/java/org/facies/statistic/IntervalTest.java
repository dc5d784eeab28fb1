package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class IntervalTest {
    /** Spatial test data A of Efron and Tibshirani 1993, table 14.1. */
    private static final double[] SPATIAL_A = {
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
    };

    private static final Jackknife SINGLY = new Jackknife(new int[SPATIAL_A.length], 1000);

    @Test
    void over_folds_is_the_corrected_resampled_t() {
        // The five folds .75, .80, .85, .70, .90; scipy 1.17: t.ppf(.975, 4) * x.std(ddof=1) * sqrt(1/5 + .2/.8).
        Interval interval = Interval.overFolds(0.8, Math.sqrt(0.00625), 5, 0.95);
        assertThat(interval.low()).isCloseTo(0.652756762889183, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.9472432371108168, within(1e-12));
        assertThat(interval.within(0.7, 0.9)).isEqualTo(new Interval(0.7, 0.9));
        assertThat(interval.within(0, 1)).isEqualTo(interval);
        assertThat(Interval.overFolds(0.8, 0, 5, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.overFolds(0.8, Double.NaN, 1, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    /** scipy 1.17: t.ppf(.975, 9) * sqrt(.00625) * sqrt(1/10 + 1/4). */
    @Test
    void over_folds_of_two_repeats_counts_all_folds_but_not_for_the_overlap_of_training_parts() {
        Interval interval = Interval.overFolds(0.8, Math.sqrt(0.00625), 5, 2, 0.95);
        assertThat(interval.high() - 0.8).isCloseTo(0.10580271322784356, within(1e-12));
        assertThat(0.8 - interval.low()).isCloseTo(0.10580271322784356, within(1e-12));
        assertThat(Interval.overFolds(0.8, 0.1, 5, 1, 0.9)).isEqualTo(Interval.overFolds(0.8, 0.1, 5, 0.9));
    }

    @Test
    void with_infinite_degrees_of_freedom_t_is_z() {
        assertThat(Interval.student(1, 0.1, Double.POSITIVE_INFINITY, 0.95).high())
                .isCloseTo(1 + 0.1959963984540054, within(1e-12));
        assertThat(Interval.student(1, Double.NaN, 3, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.student(1, 0.1, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void bca_of_the_variance_of_the_spatial_test_is_that_of_the_textbook() {
        int[] oneStratum = new int[SPATIAL_A.length];
        double[] resampled = new StratifiedBootstrap(oneStratum, 20_000, 3)
                .map(IntervalTest::variance, 1).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        double[] withoutEach = SINGLY.map(IntervalTest::varianceWithout, 1).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        int[] all = new int[SPATIAL_A.length];
        Arrays.fill(all, 1);
        double value = variance(all);
        double acceleration = Interval.acceleration(withoutEach, oneStratum);
        // Efron and Tibshirani, table 14.2 and page 186: 171.5, acceleration 0.061, BCa 90 % (115.8, 259.6).
        assertThat(value).isCloseTo(171.5, within(0.05));
        assertThat(acceleration).isCloseTo(0.061, within(5e-4));
        Interval interval = Interval.bca(resampled, value, acceleration, 0.9);
        assertThat(interval.low()).isCloseTo(115.8, within(3.0));
        assertThat(interval.high()).isCloseTo(259.6, within(5.0));
    }

    @Test
    void bca_without_bias_and_acceleration_is_the_percentile_interval() {
        double[] values = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();
        Interval plain = Interval.percentile(values, 0.95);
        Interval corrected = Interval.bca(values, 500, 0, 0.95);
        assertThat(corrected.low()).isCloseTo(plain.low(), within(1e-9));
        assertThat(corrected.high()).isCloseTo(plain.high(), within(1e-9));
    }

    @Test
    void bca_is_undefined_when_all_resamples_lie_on_one_side() {
        assertThat(Interval.bca(new double[] {1, 2, 3}, 4, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.bca(new double[0], 4, 0, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void a_unit_without_which_nothing_is_defined_does_not_spoil_the_acceleration() {
        double[] withoutEach = {0.5, 0.6, 0.9, Double.NaN};
        double[] others = {0.5, 0.6, 0.9};
        assertThat(Interval.acceleration(withoutEach, new int[] {0, 0, 0, 1}))
                .isEqualTo(Interval.acceleration(others, new int[3]));
        assertThat(Interval.acceleration(new double[] {0.5, 0.5}, new int[2])).isZero();
    }

    @Test
    void leaving_out_groups_gives_nearly_the_acceleration_of_leaving_out_each() {
        // The mean of skewed values in a stratum of 4,000 beside one of 40.
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
        int[] strata = new int[4_040];
        Arrays.fill(strata, 4_000, strata.length, 1);
        double[] values = random.doubles(strata.length).map(u -> -Math.log(u)).toArray();
        Function<int[], Double> mean = units -> meanOfStrata(allBut(units, strata.length), values);
        double exact = Interval.acceleration(
                new Jackknife(strata, 4_000)
                        .map(mean, 1).stream().mapToDouble(x -> x).toArray(),
                strata);
        Jackknife grouped = new Jackknife(strata, 250);
        assertThat(grouped.strata()).hasSize(290);
        double nearly = Interval.acceleration(
                grouped.map(mean, 1).stream().mapToDouble(x -> x).toArray(), grouped.strata());
        assertThat(nearly).isCloseTo(exact, within(0.0026));
    }

    @Test
    void the_error_of_a_difference_of_means_is_that_of_welch() {
        double[] first = {3, 5, 4, 8, 6};
        double[] second = {1, 2, 2};
        double[] withoutEach = new double[8];
        for (int i = 0; i < 5; i++) {
            withoutEach[i] = (26 - first[i]) / 4 - 5.0 / 3;
        }
        for (int i = 0; i < 3; i++) {
            withoutEach[5 + i] = 5.2 - (5 - second[i]) / 2;
        }
        JackknifeError error = JackknifeError.of(withoutEach, new int[] {0, 0, 0, 0, 0, 1, 1, 1});
        // Variances 3.7 and 1/3: SE² = 0.74 + 1/9; df = SE⁴ / (0.74² / 4 + (1/9)² / 2).
        assertThat(error.standardError()).isCloseTo(Math.sqrt(0.74 + 1.0 / 9), within(1e-12));
        assertThat(error.degreesOfFreedom())
                .isCloseTo(Math.pow(0.74 + 1.0 / 9, 2) / (0.74 * 0.74 / 4 + 1.0 / 162), within(1e-9));
    }

    @Test
    void a_stratum_of_one_has_no_error() {
        assertThat(JackknifeError.of(new double[] {1, 2, 3}, new int[] {0, 0, 1})
                        .standardError())
                .isNaN();
        assertThat(JackknifeError.of(new double[0], new int[0]).standardError()).isZero();
    }

    @Test
    void the_logit_interval_by_hand() {
        // Many degrees of freedom: log odds of 0.9 are 2.197225, ± 1.959964 * 0.03 / 0.09; ten: ± 2.228139 * 0.03 /
        // 0.09.
        Interval wide = Interval.logit(0.9, new JackknifeError(0.03, 10), 0.95);
        Interval interval = Interval.logit(0.9, new JackknifeError(0.03, 1e9), 0.95);
        assertThat(Math.log(interval.low() / (1 - interval.low()))).isCloseTo(2.1972246 - 0.6533213, within(1e-6));
        assertThat(Math.log(interval.high() / (1 - interval.high()))).isCloseTo(2.1972246 + 0.6533213, within(1e-6));
        assertThat(Math.log(wide.low() / (1 - wide.low()))).isCloseTo(2.1972246 - 0.7427129, within(1e-6));
        assertThat(Interval.logit(1, new JackknifeError(0.03, 10), 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.logit(0.9, new JackknifeError(Double.NaN, Double.NaN), 0.95))
                .isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void leaving_out_and_resampling_do_not_depend_on_the_threads() {
        List<Double> one = SINGLY.map(IntervalTest::varianceWithout, 1);
        assertThat(SINGLY.map(IntervalTest::varianceWithout, 5)).isEqualTo(one);
        StratifiedBootstrap bootstrap = new StratifiedBootstrap(new int[SPATIAL_A.length], 101, 9);
        assertThat(bootstrap.map(IntervalTest::variance, 4)).isEqualTo(bootstrap.map(IntervalTest::variance, 1));
    }

    /** Means of both strata, equally weighted. */
    private static double meanOfStrata(int[] weights, double[] values) {
        double[] sum = new double[2];
        double[] n = new double[2];
        for (int i = 0; i < weights.length; i++) {
            int stratum = i < 4_000 ? 0 : 1;
            sum[stratum] += weights[i] * values[i];
            n[stratum] += weights[i];
        }
        return (sum[0] / n[0] + sum[1] / n[1]) / 2;
    }

    private static int[] allBut(int[] units, int n) {
        int[] weights = new int[n];
        Arrays.fill(weights, 1);
        Arrays.stream(units).forEach(unit -> weights[unit] = 0);
        return weights;
    }

    private static double varianceWithout(int[] units) {
        return variance(allBut(units, SPATIAL_A.length));
    }

    /** The variance with divisor n, each value counted as often as its weight says. */
    private static double variance(int[] weights) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < SPATIAL_A.length; i++) {
            n += weights[i];
            sum += weights[i] * SPATIAL_A[i];
            squares += weights[i] * SPATIAL_A[i] * SPATIAL_A[i];
        }
        return squares / n - sum / n * (sum / n);
    }

    /** scipy 1.17 and {@code numpy.quantile} on the squares of 1 to 40, after Efron and Tibshirani's equation 14.10. */
    @Test
    void bca_with_bias_and_acceleration_is_that_of_scipy() {
        double[] squares =
                IntStream.rangeClosed(1, 40).mapToDouble(i -> (double) i * i).toArray();
        Interval interval = Interval.bca(squares, 500, 0.08, 0.9);
        assertThat(interval.low()).isCloseTo(27.998672503878296, within(1e-9));
        assertThat(interval.high()).isCloseTo(1555.8721711878823, within(1e-9));
    }

    @Test
    void bca_is_undefined_where_all_resamples_lie_on_one_side() {
        double[] values = {1, 2, 3};
        assertThat(Interval.bca(values, 1, 0, 0.9)).isNotEqualTo(Interval.UNDEFINED);
        assertThat(Interval.bca(values, 0.5, 0, 0.9)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.bca(values, 3.5, 0, 0.9)).isEqualTo(Interval.UNDEFINED);
    }

    /** By hand in numpy: influence (n − 1)/n · (mean of the stratum − figure without the unit). */
    @Test
    void acceleration_weighs_a_stratum_by_its_size() {
        double[] withoutEach = {1, 3, 2, 7, 4, 11};
        assertThat(Interval.acceleration(withoutEach, new int[] {0, 0, 1, 1, 1, 1}))
                .isCloseTo(-0.028030935827779675, within(1e-15));
    }

    @Test
    void all_of_the_resamples_lie_between_the_smallest_and_the_largest() {
        assertThat(Interval.percentile(new double[] {3, 1, 2}, 1)).isEqualTo(new Interval(1, 3));
    }

    @Test
    void two_folds_are_enough_for_an_interval_and_one_is_not() {
        Interval interval = Interval.overFolds(2, 0.1, 2, 0.95);
        assertThat(interval.high() - 2).isCloseTo(1.5561859085481475, within(1e-12));
        assertThat(Interval.overFolds(2, 0.1, 1, 0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void log_odds_have_no_interval_at_the_ends_and_without_an_error() {
        JackknifeError error = new JackknifeError(0.1, 9);
        assertThat(Interval.logit(0.5, error, 0.95)).isNotEqualTo(Interval.UNDEFINED);
        assertThat(Interval.logit(0, error, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.logit(1, error, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.logit(0.5, new JackknifeError(0, 9), 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(Interval.logit(0.5, new JackknifeError(0.1, 0), 0.95)).isEqualTo(Interval.UNDEFINED);
    }
}
