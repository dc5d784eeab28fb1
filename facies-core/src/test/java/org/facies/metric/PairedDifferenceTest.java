package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {

    private static final EvaluationSettings SETTINGS = new EvaluationSettings(400, 7);

    @Test
    void a_model_does_not_differ_from_itself() {
        Estimate difference = new PairedDifference(table(0, 0), Level.SUBJECT, SETTINGS).of(Metric.MACRO_F1);

        assertThat(difference.value()).isZero();
        assertThat(difference.interval()).isEqualTo(new Interval(0, 0));
    }

    /** The second model misses 4 more of 40 subjects: −0.1; each resample misses Binomial(40, 0.1) more, SD 0.047. */
    @Test
    void the_interval_is_that_of_the_subjects_that_differ_however_many_both_miss() {
        Estimate few = new PairedDifference(table(2, 6), Level.SUBJECT, SETTINGS).of(Metric.ACCURACY);
        Estimate many = new PairedDifference(table(14, 18), Level.SUBJECT, SETTINGS).of(Metric.ACCURACY);

        for (Estimate difference : List.of(few, many)) {
            assertThat(difference.value()).isCloseTo(-.1, within(1e-12));
            assertThat(difference.interval().low()).isCloseTo(-.19, within(.035));
            assertThat(difference.interval().high()).isCloseTo(-.02, within(.026));
        }
    }

    /** 40 subjects, every other one of class b; the models miss the first subjects of the cohort. */
    private static PredictionTable table(int missedByFirst, int missedBySecond) {
        List<Prediction> predictions = new ArrayList<>(predictions("first", missedByFirst));
        predictions.addAll(predictions("second", missedBySecond));
        return new PredictionTable(List.of("a", "b"), predictions);
    }

    private static List<Prediction> predictions(String model, int missed) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double ofA = i % 2 == 0 ^ i < missed ? .9 : .1;
            predictions.add(
                    new Prediction(model, i % 5, "p" + i, "s" + i, i % 2 == 0 ? "a" : "b", List.of(ofA, 1 - ofA)));
        }
        return predictions;
    }
}
