package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnpairedDifferenceTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(400, 7);

    @Test
    void accuracy_and_recall_are_differences_of_proportions() {
        PredictionTable before = table(List.of(20, 20), List.of(18, 14));
        PredictionTable after = table(List.of(10, 10), List.of(5, 7));
        UnpairedDifference difference = new UnpairedDifference(before, after, SETTINGS);

        Estimate accuracy = difference.of(Metric.ACCURACY);
        Estimate recall = difference.ofRecall("a");

        assertThat(accuracy.value()).isCloseTo(12 / 20.0 - 32 / 40.0, within(1e-12));
        assertThat(accuracy.method()).isEqualTo(UnpairedDifference.NEWCOMBE);
        assertThat(recall.value()).isCloseTo(0.5 - 0.9, within(1e-12));
        assertThat(recall.interval().low()).isBetween(-0.7, -0.4);
        assertThat(recall.interval().high()).isBetween(-0.4, 0.0);
    }

    @Test
    void a_mean_of_recalls_keeps_its_width_where_classes_are_always_or_never_right() {
        PredictionTable before = table(List.of(10, 10), List.of(0, 10));
        PredictionTable after = table(List.of(10, 10), List.of(10, 10));

        Estimate balanced = new UnpairedDifference(before, after, SETTINGS).of(Metric.BALANCED_ACCURACY);

        assertThat(balanced.value()).isCloseTo(0.5, within(1e-12));
        assertThat(balanced.method()).isEqualTo(UnpairedDifference.MOVER);
        // Newcombe 1998, table II: 10/10 against 0/10 and, for 10/10 against 10/10, the mirror of 0/10 against 0/10.
        assertThat(balanced.interval().low()).isCloseTo(0.5 - Math.hypot(1 - 0.6075, 0.2775) / 2, within(1e-4));
        assertThat(balanced.interval().high()).isCloseTo(0.5 + 0.2775 / 2, within(1e-4));
    }

    /** Two binomial recalls: the variance of their mean is known. */
    @Test
    void the_interval_of_balanced_accuracy_has_the_width_that_two_independent_samples_give() {
        PredictionTable before = table(List.of(100, 100), List.of(80, 70));
        PredictionTable after = table(List.of(50, 50), List.of(30, 35));

        Estimate balanced =
                new UnpairedDifference(before, after, new EvaluationSettings(4000, 3)).of(Metric.BALANCED_ACCURACY);

        double variance = (0.8 * 0.2 / 100 + 0.7 * 0.3 / 100 + 0.6 * 0.4 / 50 + 0.7 * 0.3 / 50) / 4;
        assertThat(balanced.value()).isCloseTo(0.65 - 0.75, within(1e-12));
        assertThat(balanced.interval().high() - balanced.interval().low())
                .isCloseTo(2 * 1.96 * Math.sqrt(variance), within(0.02));
    }

    /** Log loss is a mean over subjects, so the same variance follows from its values. */
    @Test
    void a_bootstrap_interval_has_the_width_that_the_spread_of_subjects_gives() {
        PredictionTable before = table(List.of(100, 100), List.of(80, 70));
        PredictionTable after = table(List.of(50, 50), List.of(30, 35));

        Estimate loss = new UnpairedDifference(before, after, new EvaluationSettings(4000, 3)).of(Metric.LOG_LOSS);

        double step = Math.log(0.8 / 0.3);
        double variance = step * step * (0.8 * 0.2 / 100 + 0.7 * 0.3 / 100 + 0.6 * 0.4 / 50 + 0.7 * 0.3 / 50) / 4;
        assertThat(loss.value()).isCloseTo(0.1 * step, within(1e-9));
        assertThat(loss.interval().high() - loss.interval().low())
                .isCloseTo(2 * 1.96 * Math.sqrt(variance), within(0.02));
    }

    @Test
    void a_class_that_is_only_in_one_cohort_has_no_difference() {
        PredictionTable before = table(List.of(10, 10), List.of(8, 8));
        PredictionTable after = table(List.of(10, 0), List.of(8, 0));
        UnpairedDifference difference = new UnpairedDifference(before, after, SETTINGS);

        assertThat(difference.ofRecall("b").value()).isNaN();
        assertThat(difference.ofRecall("b").reason()).isEqualTo("no subject of b in one of the two cohorts");
        assertThat(difference.of(Metric.BALANCED_ACCURACY).reason())
                .isEqualTo("the two cohorts do not have the same classes");
        assertThat(difference.of(Metric.AUC_OVR_MACRO).reason())
                .isEqualTo("macro AUC, one against rest, pooled over folds is undefined in one of the two cohorts");
    }

    /** The share of cohorts whose balanced accuracy lies within one standard error is that of a normal distribution. */
    @Test
    void a_standard_error_is_the_spread_of_the_figure_over_cohorts() {
        SplittableRandom random = new SplittableRandom(5);
        int within = 0;
        for (int cohort = 0; cohort < 300; cohort++) {
            int rightA = binomial(40, 0.8, random);
            int rightB = binomial(40, 0.6, random);
            SubjectFigure figure = SubjectFigure.of(
                    table(List.of(40, 40), List.of(rightA, rightB)),
                    Metric.BALANCED_ACCURACY,
                    new EvaluationSettings(200, cohort));
            within += Math.abs(figure.value() - 0.7) <= figure.standardError() ? 1 : 0;
        }
        assertThat(within / 300.0).isBetween(0.58, 0.78);
    }

    private static int binomial(int n, double p, SplittableRandom random) {
        int correct = 0;
        for (int i = 0; i < n; i++) {
            correct += random.nextDouble() < p ? 1 : 0;
        }
        return correct;
    }

    private static PredictionTable table(List<Integer> subjects, List<Integer> correct) {
        List<Prediction> predictions = new ArrayList<>();
        List<String> classes = List.of("a", "b");
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < subjects.get(c); i++) {
                double own = i < correct.get(c) ? 0.8 : 0.3;
                String id = classes.get(c) + i;
                predictions.add(new Prediction(
                        "m",
                        0,
                        id + ".jpg",
                        id,
                        classes.get(c),
                        c == 0 ? List.of(own, 1 - own) : List.of(1 - own, own)));
            }
        }
        return new PredictionTable(classes, predictions);
    }
}
