package org.facies.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.SharedResamples;
import org.facies.metric.Simulated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void screening_and_naming_agree_with_scikit_learn(String model) {
        HeldOutSubjects subjects = HeldOutSubjects.of(Golden.predictions(), model);
        JsonNode golden = Golden.valuesOf("uncertainty.json").path(model);

        Screening screening = Screening.of(
                subjects, ScreeningSettings.standard(), new SharedResamples(new EvaluationSettings(20, 1), 1));
        SyndromeIdentification naming = SyndromeIdentification.of(subjects, "none");

        assertThat(screening.auc().value())
                .isCloseTo(golden.path("screening_auc").asDouble(), within(1e-12));
        assertThat(screening.affectedSubjects()).isEqualTo(80);
        assertThat(screening.unaffectedSubjects()).isEqualTo(140);
        assertThat(naming.accuracy().value())
                .isCloseTo(golden.path("naming_accuracy").asDouble(), within(1e-12));
        assertThat(naming.subjects()).isEqualTo(80);
        assertThat(naming.majority()).isEqualTo(0.5);
        assertThat(naming.recall()).containsOnlyKeys("alagille", "noonan", "williams-beuren");
    }

    @Test
    void predictive_values_follow_from_bayes() {
        PredictiveValue one_in_ten = PredictiveValue.of(90, 100, 90, 100, 0.1);

        assertThat(one_in_ten.positive().value()).isCloseTo(0.5, within(1e-12));
        assertThat(one_in_ten.negative().value()).isCloseTo(0.81 / 0.82, within(1e-12));
        // Likelihood ratio 9, variance of its logarithm 0.1/90 + 0.9/10: 9 / e^(1.96 · 0.30185) = 4.981, odds / 9.
        assertThat(one_in_ten.positive().interval().low()).isCloseTo(0.35627, within(1e-4));
        assertThat(one_in_ten.positive().interval().high()).isCloseTo(0.64373, within(1e-4));
    }

    @Test
    void without_a_false_alarm_a_positive_answer_is_certain_in_the_sample_and_has_no_interval() {
        PredictiveValue value = PredictiveValue.of(5, 10, 20, 20, 0.01);

        assertThat(value.positive().value()).isEqualTo(1);
        assertThat(value.positive().interval().low()).isNaN();
        assertThat(value.positive().reason()).isEqualTo("no positive answer, or no wrong one, was seen");
    }

    @Test
    void thresholds_hold_on_the_other_folds_what_is_asked() {
        assertThat(OperatingPoint.SENSITIVITY.threshold(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9))
                .isEqualTo(2);
        assertThat(OperatingPoint.SPECIFICITY.threshold(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9))
                .isEqualTo(Math.nextUp(9.0));
        assertThat(OperatingPoint.SPECIFICITY.threshold(new double[] {}, 0.9)).isZero();
    }

    @Test
    void labels_of_a_fold_do_not_move_its_own_threshold() {
        int n = 100;
        HeldOutSubjects before = Simulated.atTemperature(4, n, 1);
        double[][] probabilities =
                IntStream.range(0, n).mapToObj(before::probabilities).toArray(double[][]::new);
        int[] turned = IntStream.range(0, n)
                .map(i -> before.fold(i) != 0 ? before.truth(i) : before.truth(i) == 0 ? 1 : 0)
                .toArray();
        HeldOutSubjects after = Simulated.of(before.classes(), turned, probabilities);

        boolean[] old = new OutOfFoldThreshold(before, 0).decided(OperatingPoint.SENSITIVITY, 0.8);
        boolean[] now = new OutOfFoldThreshold(after, 0).decided(OperatingPoint.SENSITIVITY, 0.8);

        assertThat(IntStream.of(before.inFolds(fold -> fold == 0))).allMatch(i -> old[i] == now[i]);
        assertThat(IntStream.range(0, n)).anyMatch(i -> old[i] != now[i]);
    }

    @Test
    void a_model_without_the_unaffected_class_does_not_screen() {
        HeldOutSubjects subjects = Simulated.atTemperature(1, 30, 1);

        assertThat(Screening.isPossible(subjects, ScreeningSettings.standard())).isFalse();
        assertThat(Screening.isPossible(subjects, new ScreeningSettings("b", 0.9, 0.9, List.of())))
                .isTrue();
    }
}
