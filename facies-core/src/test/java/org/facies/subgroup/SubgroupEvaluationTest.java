package org.facies.subgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.junit.jupiter.api.Test;

class SubgroupEvaluationTest {
    private static final EvaluationSettings FEW = new EvaluationSettings(50, 1);
    private static final List<TestedFigure> ACCURACY = List.of(new TestedFigure.Accuracy());

    /** With one class and groups of one size, the test is the two-sided hypergeometric one. */
    @Test
    void the_p_value_is_the_exact_one_up_to_the_permutations() {
        int[] group = IntStream.range(0, 20).map(i -> i / 10).toArray();
        int[] truth = new int[20];
        int[] predicted = new int[20];
        IntStream.of(9, 10, 11, 12, 13, 14, 15, 16).forEach(i -> predicted[i] = 1);
        HypergeometricDistribution exact = HypergeometricDistribution.of(20, 12, 10);
        double expected = exact.cumulativeProbability(3) + exact.survivalProbability(8);

        double p = new GroupPermutation(group, truth, 2, 2).p(answers(predicted), ACCURACY, 1, 20_000, 4, 1)[0][0];

        assertThat(p).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / 20_000)));
    }

    /** 300 cohorts without a difference: 15 ± 3.8 have p below 0.05. */
    @Test
    void without_a_difference_one_test_in_twenty_is_below_five_percent() {
        int below = 0;
        for (long seed = 0; seed < 300; seed++) {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            int[] group = IntStream.range(0, 60).map(i -> random.nextInt(3)).toArray();
            int[] truth = IntStream.range(0, 60).map(i -> random.nextInt(2)).toArray();
            int[] predicted = IntStream.range(0, 60).map(i -> random.nextInt(2)).toArray();
            double p = new GroupPermutation(group, truth, 3, 2).p(answers(predicted), ACCURACY, 1, 199, seed, 2)[0][0];
            below += p < 0.05 ? 1 : 0;
        }

        assertThat(below).isBetween(3, 27);
    }

    @Test
    void a_group_with_more_of_a_hard_class_is_not_treated_worse_for_it() {
        // Class 0 is right in 3 of 4 in both groups, class 1 in 1 of 4; the second group has more of class 1.
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 60, 45).add("A", 1, 20, 5).add("B", 0, 20, 15).add("B", 1, 60, 15);

        ColumnFigures site = cohort.evaluated(10);

        assertThat(site.groups().get(0).accuracy().value()).isEqualTo(50 / 80.0);
        assertThat(site.groups().get(1).accuracy().value()).isEqualTo(30 / 80.0);
        assertThat(site.tests().get(0).figure()).isEqualTo("accuracy");
        assertThat(site.tests().get(0).p()).isEqualTo(1);
        assertThat(site.finding())
                .isEqualTo("No difference between groups of site was shown (least corrected p = 1.000); groups of this"
                        + " size would hide all but large ones.");
    }

    @Test
    void a_group_that_is_treated_worse_is_named() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 60, 54).add("A", 1, 40, 36).add("B", 0, 60, 54).add("B", 1, 40, 8);

        ColumnFigures site = cohort.evaluated(10);

        assertThat(site.finding())
                .startsWith(
                        "The accuracy differs between groups of site: lowest in B 62 %, highest in A 90 % (corrected p"
                                + " < 0.001).")
                .contains("The sensitivity for c1 differs between groups of site: lowest in B 20 %, highest in A 90 %")
                .contains("The specificity for c0 differs")
                .doesNotContain("sensitivity for c0");
    }

    @Test
    void figures_of_few_children_are_hidden_and_not_tested() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 30, 20).add("A", 1, 9, 9).add("B", 0, 9, 1);

        ColumnFigures site = cohort.evaluated(10);

        GroupFigures a = site.groups().get(0);
        GroupFigures b = site.groups().get(1);
        assertThat(a.accuracy().value()).isEqualTo(29 / 39.0);
        assertThat(a.perClass().get("c1").sensitivity().reason()).isEqualTo("fewer than 10 subjects, not shown");
        assertThat(a.perClass().get("c1").specificity().isDefined()).isTrue();
        assertThat(b.n()).isEqualTo(9);
        assertThat(List.of(b.accuracy(), b.ece15(), b.overconfidence())).noneMatch(estimate -> estimate.isDefined());
        assertThat(site.tests()).isEmpty();
        assertThat(site.finding())
                .isEqualTo("Groups of site could not be compared: fewer than two have enough subjects.");
    }

    @Test
    void what_a_column_does_not_know_is_shown_apart_and_not_tested() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 30, 20).add("unknown", 0, 30, 2);

        ColumnFigures site = cohort.evaluated(10);

        assertThat(site.groups()).extracting(GroupFigures::group).containsExactly("A", "unknown");
        assertThat(site.tests()).isEmpty();
    }

    @Test
    void a_model_that_claims_nine_in_ten_and_is_right_in_two_of_three_is_overconfident_by_the_difference() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 30, 20);

        GroupFigures group = cohort.evaluated(10).groups().get(0);

        assertThat(group.overconfidence().value()).isCloseTo(0.9 - 20 / 30.0, within(1e-12));
        assertThat(group.ece15().value()).isCloseTo(0.9 - 20 / 30.0, within(1e-12));
    }

    @Test
    void tests_of_all_models_and_columns_are_corrected_together() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 60, 54).add("A", 1, 40, 36).add("B", 0, 60, 54).add("B", 1, 40, 8);

        ColumnFigures alone = cohort.evaluated(10);
        SubgroupEvaluation among = SubgroupEvaluation.of(
                        Map.of("m", cohort.subjects(), "n", cohort.subjects()),
                        List.of(cohort.column("site"), cohort.column("ward")),
                        10,
                        FEW,
                        2)
                .get("m");

        assertThat(among.columns().get(0).tests().get(0).p())
                .isEqualTo(alone.tests().get(0).p());
        assertThat(among.columns().get(0).tests().get(0).pHolm())
                .isGreaterThan(3 * alone.tests().get(0).pHolm());
    }

    private static List<ModelAnswers> answers(int[] predicted) {
        return List.of(new ModelAnswers(predicted, new double[predicted.length]));
    }

    /** Two classes, answers given at nine to one. */
    private static final class Cohort {
        private final List<Integer> truths = new ArrayList<>();
        private final List<double[]> probabilities = new ArrayList<>();
        private final Map<String, List<String>> groups = new LinkedHashMap<>();

        Cohort add(String group, int truth, int n, int correct) {
            for (int i = 0; i < n; i++) {
                int answer = i < correct ? truth : 1 - truth;
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add("s" + truths.size());
                truths.add(truth);
                probabilities.add(answer == 0 ? new double[] {0.9, 0.1} : new double[] {0.1, 0.9});
            }
            return this;
        }

        HeldOutSubjects subjects() {
            return Simulated.of(
                    List.of("c0", "c1"),
                    truths.stream().mapToInt(Integer::intValue).toArray(),
                    probabilities.toArray(double[][]::new));
        }

        SubgroupColumn column(String name) {
            return new SubgroupColumn(name, groups);
        }

        ColumnFigures evaluated(int fewest) {
            return SubgroupEvaluation.of(Map.of("m", subjects()), List.of(column("site")), fewest, FEW, 1)
                    .get("m")
                    .columns()
                    .get(0);
        }
    }
}
