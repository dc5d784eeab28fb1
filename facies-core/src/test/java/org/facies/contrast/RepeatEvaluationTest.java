package org.facies.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.junit.jupiter.api.Test;

/** Means over repeats of the cross-validation, where their variance comes from, and the division by photo. */
class RepeatEvaluationTest {
    private static final int SUBJECTS = 40;
    private static final int FOLDS = 4;

    @Test
    void the_mean_over_repeats_is_the_mean_of_what_each_repeat_gives() {
        PredictionTable table = table(3, 2);

        RepeatResults results = RepeatEvaluation.of(table, 3, 2, 1);

        RepeatResults.Figure accuracy = results.models().get("a").metrics().get(Metric.ACCURACY);
        double sum = 0;
        for (int division = 0; division < 3; division++) {
            for (int seed = 0; seed < 2; seed++) {
                double alone = Evaluation.of(table.of(division, seed), new EvaluationSettings(1000, 1))
                        .models()
                        .get("a")
                        .subject()
                        .get(Metric.ACCURACY)
                        .value();
                assertThat(accuracy.values().get(division).get(seed)).isEqualTo(alone);
                sum += alone;
            }
        }
        assertThat(accuracy.theseModels().value()).isCloseTo(sum / 6, within(1e-12));
        assertThat(accuracy.theseModels().interval().low())
                .isLessThan(accuracy.theseModels().value());
        assertThat(accuracy.retrained().mean()).isCloseTo(sum / 6, within(1e-12));
        assertThat(accuracy.spread().children()).isPositive();
    }

    /** By hand: within divisions 2 and 8, so 5; means 1 and 5, so 8 between, less 5 / 2. */
    @Test
    void the_variance_is_split_as_in_a_nested_design() {
        RepeatResults.Spread spread = RepeatEvaluation.spread(new double[][] {{0, 2}, {3, 7}}, 0.5);

        assertThat(spread.seed()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(spread.division()).isCloseTo(Math.sqrt(8 - 5 / 2.0), within(1e-12));
        assertThat(spread.children()).isEqualTo(0.5);
    }

    @Test
    void a_single_division_or_seed_has_no_spread_of_its_own_and_a_negative_variance_is_none() {
        assertThat(RepeatEvaluation.spread(new double[][] {{1, 2, 3}}, 0).division())
                .isNaN();
        assertThat(RepeatEvaluation.spread(new double[][] {{1}, {2}}, 0).seed()).isNaN();
        assertThat(RepeatEvaluation.spread(new double[][] {{0, 10}, {1, 9}}, 0).division())
                .isZero();
    }

    @Test
    void the_division_by_photo_is_compared_on_the_same_subjects() {
        PredictionTable bySubject = table(1, 1);
        PredictionTable byPhoto = table(2, 1).of(1, 0);
        PredictionTable moved = new PredictionTable(
                byPhoto.classes(),
                byPhoto.predictions().stream()
                        .map(one -> new Prediction(
                                one.model(),
                                one.fold(),
                                one.photo(),
                                one.subject(),
                                one.diagnosis(),
                                one.probabilities()))
                        .toList());
        EvaluationSettings settings = new EvaluationSettings(1000, 1);
        Evaluation evaluation = Evaluation.of(bySubject, settings);

        SplitResults.Figure accuracy = SplitEvaluation.of(evaluation, bySubject, moved, settings, 1)
                .models()
                .get("a")
                .metrics()
                .get(Metric.ACCURACY);

        assertThat(accuracy.bySubject())
                .isEqualTo(evaluation.models().get("a").subject().get(Metric.ACCURACY));
        assertThat(accuracy.difference().value())
                .isCloseTo(accuracy.byPhoto().value() - accuracy.bySubject().value(), within(1e-12));
    }

    private static PredictionTable table(int divisions, int seeds) {
        List<Prediction> rows = new ArrayList<>();
        for (int division = 0; division < divisions; division++) {
            for (int seed = 0; seed < seeds; seed++) {
                SplittableRandom random = new SplittableRandom(10L * division + seed);
                for (int i = 0; i < SUBJECTS; i++) {
                    double right = random.nextDouble(0.2, 1);
                    String diagnosis = i % 2 == 0 ? "none" : "noonan";
                    List<Double> probabilities = i % 2 == 0 ? List.of(right, 1 - right) : List.of(1 - right, right);
                    rows.add(new Prediction(
                            "a",
                            division,
                            seed,
                            (i / 2 + division) % FOLDS,
                            i + ".jpg",
                            "S" + i,
                            diagnosis,
                            probabilities,
                            probabilities.stream().map(Math::log).toList()));
                }
            }
        }
        return new PredictionTable(List.of("none", "noonan"), rows);
    }
}
