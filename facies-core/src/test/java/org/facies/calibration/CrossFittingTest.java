package org.facies.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.metric.Simulated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossFittingTest {
    private static final List<String> TWO = List.of("ill", "well");

    @Test
    void nine_to_one_that_is_right_three_times_in_four_has_the_temperature_two() {
        int[] truth = IntStream.range(0, 40).map(i -> i / 5 % 4 == 0 ? 1 : 0).toArray();
        double[][] nineToOne = constant(40, 0.9, 0.1);

        CrossFitting fitted = CrossFitting.with(ScalingMethod.TEMPERATURE, Simulated.of(TWO, truth, nineToOne));

        // log 9 / log 3 = 2
        assertThat(fitted.fits())
                .allSatisfy(fit -> assertThat(((Scaling.Temperature) fit.scaling()).temperature())
                        .isCloseTo(2, within(1e-9)));
        assertThat(fitted.scaled().probability(0, 0)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void a_temperature_that_the_search_would_take_further_lies_at_its_bound() {
        int[] truth = IntStream.range(0, 40).map(i -> i % 2).toArray();
        double[][] useless = constant(40, 0.9, 0.1);
        double[][] alwaysRight = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? new double[] {0.6, 0.4} : new double[] {0.4, 0.6})
                .toArray(double[][]::new);

        Scaling.Temperature flat =
                (Scaling.Temperature) ScalingMethod.TEMPERATURE.fit(Simulated.of(TWO, truth, useless));
        Scaling.Temperature sharp =
                (Scaling.Temperature) ScalingMethod.TEMPERATURE.fit(Simulated.of(TWO, truth, alwaysRight));

        assertThat(flat.isHighest()).as("%s", flat).isTrue();
        assertThat(flat.isLowest()).isFalse();
        assertThat(sharp.isLowest()).as("%s", sharp).isTrue();
        assertThat(sharp.isHighest()).isFalse();
        assertThat(new Scaling.Temperature(2).isHighest()).isFalse();
        assertThat(new Scaling.Temperature(2).isLowest()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5})
    void a_known_temperature_is_found(double temperature) {
        HeldOutSubjects stated = Simulated.atTemperature(7, 10_000, 1 / temperature);

        CrossFitting fitted = CrossFitting.with(ScalingMethod.TEMPERATURE, stated);

        assertThat(fitted.fits())
                .allSatisfy(fit -> assertThat(((Scaling.Temperature) fit.scaling()).temperature())
                        .isCloseTo(temperature, within(0.06 * temperature)));
    }

    @Test
    void scaling_lowers_the_calibration_error_of_a_model_that_is_too_sure() {
        HeldOutSubjects stated = Simulated.atTemperature(3, 2_000, 1 / 3.0);

        CalibrationEvaluation evaluation =
                CalibrationEvaluation.of(stated, new SharedResamples(new EvaluationSettings(200, 1), 1));

        assertThat(evaluation.change().ece15().interval().high()).isNegative();
        assertThat(evaluation.change().logLoss().interval().high()).isNegative();
        assertThat(evaluation.after().ece15().value())
                .isEqualTo(
                        evaluation.before().ece15().value()
                                + evaluation.change().ece15().value(),
                        within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = ScalingMethod.class,
            names = {"TEMPERATURE", "VECTOR"})
    void labels_of_the_held_out_fold_do_not_reach_its_own_parameters(ScalingMethod method) {
        int n = 200;
        HeldOutSubjects drawn = Simulated.atTemperature(11, n, 2);
        double[][] same = IntStream.range(0, n).mapToObj(drawn::probabilities).toArray(double[][]::new);
        HeldOutSubjects before = Simulated.of(drawn.classes(), drawn.truths(), same);
        int[] otherLabels = before.truths();
        for (int i = 0; i < n; i += Simulated.FOLDS) {
            otherLabels[i] = (otherLabels[i] + 1) % 3;
        }
        HeldOutSubjects after = Simulated.of(before.classes(), otherLabels, same);

        List<CrossFitting.Fit> old = CrossFitting.with(method, before).fits();
        List<CrossFitting.Fit> now = CrossFitting.with(method, after).fits();

        assertThat(now.get(0)).isEqualTo(old.get(0));
        assertThat(now.get(1)).isNotEqualTo(old.get(1));
        assertThat(CrossFitting.chosen(after).fits().get(0))
                .isEqualTo(CrossFitting.chosen(before).fits().get(0));
    }

    @Test
    void a_class_that_is_always_favoured_is_put_right_by_the_vector_and_not_by_the_temperature() {
        HeldOutSubjects fair = Simulated.atTemperature(5, 1_500, 1);
        double[][] skewed = new double[fair.size()][];
        for (int i = 0; i < skewed.length; i++) {
            double[] p = fair.probabilities(i);
            p[2] *= 6;
            double sum = Arrays.stream(p).sum();
            skewed[i] = Arrays.stream(p).map(x -> x / sum).toArray();
        }

        CrossFitting chosen = CrossFitting.chosen(fair.with(skewed));

        assertThat(chosen.fits()).extracting(CrossFitting.Fit::method).containsOnly(ScalingMethod.VECTOR);
    }

    @Test
    void a_model_that_is_always_right_stays_finite() {
        int[] truth = IntStream.range(0, 20).map(i -> i % 2).toArray();
        double[][] sure = Arrays.stream(truth)
                .mapToObj(t -> t == 0 ? new double[] {1, 0} : new double[] {0, 1})
                .toArray(double[][]::new);

        HeldOutSubjects scaled =
                CrossFitting.chosen(Simulated.of(TWO, truth, sure)).scaled();

        assertThat(IntStream.range(0, 20).mapToDouble(scaled::confidence)).allMatch(p -> p > 0.99 && p <= 1);
    }

    @Test
    void a_single_fold_has_nothing_to_fit_on() {
        HeldOutSubjects all = Simulated.atTemperature(1, 50, 1);
        HeldOutSubjects one = all.only(all.inFolds(fold -> fold == 0));

        assertThatThrownBy(() -> CrossFitting.with(ScalingMethod.TEMPERATURE, one))
                .hasMessage("a single fold has no other to fit on");
    }

    private static double[][] constant(int n, double... row) {
        return IntStream.range(0, n).mapToObj(i -> row.clone()).toArray(double[][]::new);
    }

    @Test
    void with_two_folds_there_is_nothing_to_choose_by_and_the_temperature_is_taken() {
        HeldOutSubjects five = Simulated.atTemperature(2, 100, 1);
        HeldOutSubjects two = five.only(five.inFolds(fold -> fold < 2));

        assertThat(CrossFitting.chosen(two).fits())
                .extracting(CrossFitting.Fit::method)
                .containsExactly(ScalingMethod.TEMPERATURE, ScalingMethod.TEMPERATURE);
    }

    @Test
    void subjects_of_another_cohort_are_scaled_with_what_the_whole_run_gives() {
        HeldOutSubjects run = Simulated.atTemperature(2, 200, 2);
        HeldOutSubjects elsewhere = Simulated.atTemperature(3, 50, 1).fittedOn(run);

        CrossFitting fitted = CrossFitting.with(ScalingMethod.TEMPERATURE, elsewhere);

        assertThat(fitted.fits())
                .hasSize(5)
                .allSatisfy(fit -> assertThat(fit.scaling()).isEqualTo(ScalingMethod.TEMPERATURE.fit(run)));
        assertThat(CrossFitting.chosen(elsewhere).fits())
                .allSatisfy(
                        fit -> assertThat(fit.scaling()).isEqualTo(fit.method().fit(run)));
    }

    @Test
    void a_model_that_is_always_right_is_made_surer_without_end_and_one_that_never_is_gets_the_highest_temperature() {
        double[][] p = constant(20, 0.9, 0.1);

        assertThat(temperature(Simulated.of(TWO, new int[20], p))).isBetween(0.01, 0.06);
        int[] wrong = IntStream.generate(() -> 1).limit(20).toArray();
        assertThat(temperature(Simulated.of(TWO, wrong, p))).isCloseTo(100, within(1e-3));
    }

    @Test
    void no_subject_leaves_all_as_it_is_and_no_temperature_is_nought() {
        HeldOutSubjects nobody = Simulated.of(TWO, new int[0], new double[0][]);

        assertThat(temperature(nobody)).isEqualTo(1);
        assertThatThrownBy(() -> new Scaling.Temperature(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double temperature(HeldOutSubjects subjects) {
        return ((Scaling.Temperature) ScalingMethod.TEMPERATURE.fit(subjects)).temperature();
    }

    @Test
    void large_scores_do_not_overflow() {
        assertThat(Scaling.softmax(new double[] {1000, 1000 + Math.log(3)})[1]).isCloseTo(0.75, within(1e-12));
        assertThat(Scaling.exponentials(new double[] {1000, 1000})).isCloseTo(1000 + Math.log(2), within(1e-9));
    }

    @Test
    void a_bin_of_the_reliability_diagram_counts_its_subjects() {
        double[][] p = {{0.62, 0.38}, {0.65, 0.35}, {0.36, 0.64}, {0.98, 0.02}};
        int[] truth = {0, 1, 1, 0};

        List<ReliabilityBin> bins = ReliabilityBin.of(Simulated.of(TWO, truth, p));

        assertThat(bins).extracting(ReliabilityBin::index).containsExactly(9, 14);
        assertThat(bins).extracting(ReliabilityBin::n).containsExactly(3, 1);
        assertThat(bins.get(0).confidence()).isCloseTo((0.62 + 0.65 + 0.64) / 3, within(1e-12));
        assertThat(bins.get(0).correct().value()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(bins.get(1).correct().value()).isEqualTo(1);
    }
}
