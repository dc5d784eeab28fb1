package org.facies.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power of reader studies; numbers by scipy's noncentral F ({@code bench/readers/oracle.py plan}). */
class ReaderVarianceTest {
    private static final double[][] VAN_DYKE = {
        {.919645733, .858776167, .903864734, .973107890, .829790660},
        {.947826087, .905314010, .921739130, .999355878, .929951691}
    };
    private static final ReaderCovariance ERRORS =
            new ReaderCovariance(.00080228827, .00034661371, .00034407483, .00023902837);
    private static final ReaderVariance PILOT = ReaderVariance.ofDifference(VAN_DYKE, ERRORS, 114);

    @ParameterizedTest
    @CsvSource({
        "6, 251, 0.043800322, 0.01467326369320604, 16.127037592872377, 0.03108602701607946, 0.8005402586993573",
        "5, 114, 0.05, 0.020748618460032463, 15.259674924282791, 0.044159176595013144, 0.61660997681117",
        "10, 60, 0.1, 0.023926882998000387, 98.19598971299283, 0.04748093614794413, 0.9853054817133091",
        "3, 500, 0.02, 0.015323130781925735, 3.15656448184543, 0.047424864997235076, 0.1577316316813836"
    })
    void the_van_dyke_pilot_gives_the_power_of_scipy(
            int readers, int cases, double difference, double error, double freedom, double half, double power) {
        assertThat(PILOT.standardError(readers, cases)).isCloseTo(error, within(1e-8));
        assertThat(PILOT.degreesOfFreedom(readers, cases)).isCloseTo(freedom, within(1e-4));
        assertThat(PILOT.halfWidth(readers, cases)).isCloseTo(half, within(1e-7));
        assertThat(PILOT.power(readers, cases, difference)).isCloseTo(power, within(1e-6));
    }

    /** The published example of Hillis, Obuchowski and Berbaum's method on these data. */
    @Test
    void six_readers_need_251_cases_to_find_the_difference_of_the_van_dyke_study() {
        assertThat(PILOT.casesForPower(6, 0.043800322, 0.8)).hasValue(251);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 0.5, 0.08587852883008634",
        "1, 12.5, 8, 0.7410087987060275",
        "2, 30, 60, 0.999999723643326",
        "1, 1000, 0, 0.05",
        "3, 5, 250, 0.9999999999903433"
    })
    void the_power_of_an_f_test_is_that_of_the_noncentral_distribution(
            double numerator, double denominator, double noncentrality, double power) {
        assertThat(NoncentralF.power(numerator, denominator, noncentrality)).isCloseTo(power, within(1e-9));
    }

    @Test
    void the_fewest_cases_are_enough_and_one_less_is_not() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ReaderVariance variance = new ReaderVariance(
                    random.nextDouble() * 1e-3,
                    random.nextDouble() * 0.2,
                    random.nextDouble() * 0.1,
                    1,
                    random.nextBoolean() ? 1 : 2);
            int readers = 3 + random.nextInt(10);
            OptionalInt cases = variance.casesForPower(readers, 0.1, 0.8);
            if (cases.isPresent() && cases.getAsInt() > 10) {
                assertThat(variance.power(readers, cases.getAsInt(), 0.1))
                        .as("seed %d", seed)
                        .isGreaterThanOrEqualTo(0.8);
                assertThat(variance.power(readers, cases.getAsInt() - 1, 0.1))
                        .as("seed %d", seed)
                        .isLessThan(0.8);
            }
        }
    }

    @Test
    void no_number_of_cases_makes_up_for_readers_who_differ_too_much() {
        ReaderVariance variance = new ReaderVariance(0.01, 0.1, 0.1, 1, 1);
        assertThat(variance.casesForHalfWidth(3, 0.05)).isEmpty();
        assertThat(variance.casesForHalfWidth(40, 0.05)).isPresent();
    }

    @Test
    void a_pilot_gives_the_standard_error_of_its_own_analysis() {
        ModalityComparison analysed = new ObuchowskiRockette(VAN_DYKE, ERRORS).randomReadersRandomCases();
        assertThat(PILOT.standardError(5, 114)).isCloseTo(analysed.standardError(), within(1e-12));
        assertThat(PILOT.degreesOfFreedom(5, 114)).isCloseTo(analysed.denominatorDegreesOfFreedom(), within(1e-6));
        double[] differences = {0.1, 0.02, -0.05, 0.08};
        ReaderCovariance errors = new ReaderCovariance(0.0009, Double.NaN, 0.0004, Double.NaN);
        ModalityComparison single = ObuchowskiRockette.readersAgainstModel(differences, errors);
        ReaderVariance mean = ReaderVariance.ofMean(differences, errors, 80);
        assertThat(mean.standardError(4, 80)).isCloseTo(single.standardError(), within(1e-12));
        assertThat(mean.degreesOfFreedom(4, 80)).isCloseTo(single.denominatorDegreesOfFreedom(), within(1e-6));
    }

    @Test
    void negative_variances_are_refused() {
        assertThatThrownBy(() -> new ReaderVariance(-1, 0, 0, 1, 1)).hasMessageContaining("negative variances");
    }
}
