package org.facies.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.facies.metric.WeightedScores;
import org.facies.result.AuditReport.LabelPermutation;
import org.facies.result.AuditReport.Predictability;
import org.junit.jupiter.api.Test;

class PredictabilityTest {
    private static final int SUBJECTS = 150;

    @Test
    void features_that_go_with_the_diagnosis_are_found() {
        Predictability found = of(1, 1.0);

        assertThat(found.p()).isLessThan(0.01);
        assertThat(found.auc().value()).isGreaterThan(0.7);
        assertThat(found.auc().low()).isLessThan(found.auc().value());
        assertThat(found.auc().high()).isGreaterThan(found.auc().value());
        assertThat(found.balancedAccuracy().value()).isGreaterThan(found.chance());
    }

    @Test
    void features_without_the_diagnosis_are_significant_at_one_percent_in_at_most_one_of_twenty_seeds() {
        int alarms = 0;
        for (long seed = 1; seed <= 20; seed++) {
            alarms += of(seed, 0).p() < 0.01 ? 1 : 0;
        }
        assertThat(alarms).as("seeds 1 to 20").isLessThanOrEqualTo(1);
    }

    @Test
    void the_same_seed_gives_the_same_result() {
        assertThat(of(3, 0.2)).isEqualTo(of(3, 0.2));
    }

    @Test
    void shuffled_labels_fall_to_chance() {
        Random random = new Random(5);
        int[] labels = labels();

        LabelPermutation permutation = LabelPermutationCheck.of(rows(labels, 2, random), design(labels, 5));

        assertThat(permutation.truth()).isGreaterThan(0.8);
        assertThat(permutation.shuffled().value()).isBetween(0.28, 0.353);
        assertThat(permutation.isAlarming()).isFalse();
    }

    @Test
    void features_that_are_judged_once_are_judged_to_the_same_bits() {
        int[] labels = labels();
        double[][] rows = rows(labels, 0.5, new Random(11));
        int[] folds = design(labels, 5).folds();

        assertThat(LinearProbe.once(rows, folds, labels, 3))
                .isDeepEqualTo(new LinearProbe(rows, folds).probabilities(labels, 3));
    }

    @Test
    void areas_and_recalls_are_those_worked_by_hand() {
        double[][] probabilities = {{0.9, 0.1}, {0.4, 0.6}, {0.3, 0.7}, {0.4, 0.6}};
        WeightedScores judged = WeightedScores.of(probabilities, new int[] {0, 0, 1, 1}, 2, new int[4]);

        assertThat(judged.balancedAccuracy(new int[] {1, 1, 1, 1})).isEqualTo(0.75);
        assertThat(judged.auc(new int[] {1, 1, 1, 1})).isEqualTo(3.5 / 4);
        assertThat(judged.auc(new int[] {1, 0, 1, 1})).isEqualTo(1);
        assertThat(judged.auc(new int[] {0, 0, 1, 1})).isNaN();
    }

    private static Predictability of(long seed, double effect) {
        int[] labels = labels();
        return PredictabilityCheck.of(rows(labels, effect, new Random(seed)), design(labels, seed));
    }

    private static PredictabilityCheck.Design design(int[] labels, long seed) {
        int[] folds = new int[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            folds[i] = i / 3 % 5;
        }
        return new PredictabilityCheck.Design(labels, 3, folds, 199, seed);
    }

    private static int[] labels() {
        int[] labels = new int[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            labels[i] = i % 3;
        }
        return labels;
    }

    /** Six features, of which each of the first three is higher in one class. */
    private static double[][] rows(int[] labels, double effect, Random random) {
        double[][] rows = new double[labels.length][6];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 6; j++) {
                rows[i][j] = random.nextGaussian() + (labels[i] == j ? effect : 0);
            }
        }
        return rows;
    }
}
