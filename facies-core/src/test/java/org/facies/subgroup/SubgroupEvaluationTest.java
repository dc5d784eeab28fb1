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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

        double p = new GroupPermutation(group, truth, 2, 2)
                .p(answers(predicted), ACCURACY, 1, GroupPermutation.Rounds.fixed(20_000, 1), 4, 1)[0][0];

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
            double p = new GroupPermutation(group, truth, 3, 2)
                    .p(answers(predicted), ACCURACY, 1, GroupPermutation.Rounds.fixed(199, 1), seed, 2)[0][0];
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
                .isEqualTo("No difference between groups of site was found (smallest p = 1.000, corrected p = 1.000)."
                        + " With so few children, a smaller difference in accuracy than 19 percentage points"
                        + " between the smallest group and the others would often be missed (single test at 5 %,"
                        + " power 80 %).");
    }

    @Test
    void a_group_that_is_treated_worse_is_named() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 60, 54).add("A", 1, 40, 36).add("B", 0, 60, 54).add("B", 1, 40, 8);

        ColumnFigures site = cohort.evaluated(10);

        assertThat(site.finding())
                .startsWith("The accuracy differs between groups of site: it is lowest in B (62 %) and highest in A (90"
                        + " %) (p < 0.001, corrected p < 0.001).")
                .contains("The sensitivity for c1 differs between groups of site: it is lowest in B (20 %) and highest"
                        + " in A (90 %)")
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
        assertThat(a.perClass().get("c1").sensitivity().reason()).isEqualTo("fewer than 10 children, not shown");
        assertThat(a.perClass().get("c1").specificity().isDefined()).isTrue();
        assertThat(b.n()).isEqualTo(9);
        assertThat(List.of(b.accuracy(), b.ece15(), b.overconfidence())).noneMatch(estimate -> estimate.isDefined());
        assertThat(site.tests()).isEmpty();
        assertThat(site.finding())
                .isEqualTo("Groups of site could not be compared, because fewer than two have enough children.");
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
    void tests_of_the_primary_model_are_one_family_and_those_of_all_others_another() {
        Cohort cohort = new Cohort();
        cohort.add("A", 0, 60, 54).add("A", 1, 40, 36).add("B", 0, 60, 54).add("B", 1, 40, 8);

        GroupDifference alone = cohort.evaluated(10).tests().get(0);
        Map<String, HeldOutSubjects> models = new LinkedHashMap<>();
        List.of("m", "n", "o").forEach(model -> models.put(model, cohort.subjects()));
        Map<String, SubgroupEvaluation> among =
                SubgroupEvaluation.of(models, "n", List.of(cohort.column("site")), 10, FEW, 2);

        ColumnFigures primary = among.get("n").columns().get(0);
        ColumnFigures other = among.get("m").columns().get(0);
        assertThat(primary.family()).contains(new TestFamily(TestFamily.Role.PRIMARY, 6, 9_999));
        assertThat(other.family()).contains(new TestFamily(TestFamily.Role.SECONDARY, 12, 9_999));
        assertThat(primary.tests().get(0)).isEqualTo(alone);
        assertThat(other.tests().get(0).p()).isEqualTo(alone.p());
        assertThat(other.tests().get(0).pHolm()).isGreaterThan(1.5 * alone.pHolm());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 132, 528, 600})
    void as_many_permutations_are_made_as_the_number_of_tests_takes_to_reach_significance(int tests) {
        TestFamily family = TestFamily.of(TestFamily.Role.PRIMARY, tests);
        assertThat(tests / (1.0 + family.permutations())).isLessThan(GroupDifference.SIGNIFICANCE / 19);
        assertThat(TestFamily.of(TestFamily.Role.SECONDARY, 528).permutations()).isEqualTo(211_200);
        assertThat(5_000
                        / (1.0 + TestFamily.of(TestFamily.Role.SECONDARY, 5_000).permutations()))
                .isLessThan(GroupDifference.SIGNIFICANCE);
    }

    @Test
    void a_test_that_few_rounds_reach_goes_on_and_has_the_p_of_all_rounds() {
        int[] group = IntStream.range(0, 60).map(i -> i / 30).toArray();
        int[] truth = new int[60];
        int[] strong = IntStream.range(0, 60).map(i -> i < 34 ? 0 : 1).toArray();
        int[] none = IntStream.range(0, 60).map(i -> i % 2).toArray();
        List<ModelAnswers> models =
                List.of(answers(strong).get(0), answers(none).get(0));
        GroupPermutation permutation = new GroupPermutation(group, truth, 2, 2);
        double[][] inTwo =
                permutation.p(models, ACCURACY, 1, new GroupPermutation.Rounds(199, List.of(4_999, 4_999)), 3, 2);
        double[][] all = permutation.p(models, ACCURACY, 1, GroupPermutation.Rounds.fixed(4_999, 2), 3, 1);
        double[][] few = permutation.p(models, ACCURACY, 1, GroupPermutation.Rounds.fixed(199, 2), 3, 1);
        assertThat(inTwo[0][0]).isEqualTo(all[0][0]).isLessThan(0.001);
        assertThat(inTwo[1][0]).isEqualTo(few[1][0]).isGreaterThan(0.5);
    }

    /** Four fifths of 400 cohorts with a difference of that size: 320 ± 8. */
    @Test
    void the_detectable_difference_is_found_in_four_fifths_of_cohorts() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(8);
        int found = 0;
        double detectable = 0.198;
        int n = 100;
        for (int cohort = 0; cohort < 400; cohort++) {
            int[] predicted = new int[2 * n];
            for (int i = 0; i < predicted.length; i++) {
                double rate = i < n ? 0.5 + detectable / 2 : 0.5 - detectable / 2;
                predicted[i] = random.nextDouble() < rate ? 0 : 1;
            }
            int[] group = IntStream.range(0, 2 * n).map(i -> i / n).toArray();
            double p = new GroupPermutation(group, new int[2 * n], 2, 2)
                    .p(answers(predicted), ACCURACY, 1, GroupPermutation.Rounds.fixed(499, 1), cohort, 2)[0][0];
            found += p <= 0.05 ? 1 : 0;
        }
        Cohort same = new Cohort();
        same.add("A", 0, n, n / 2).add("B", 0, n, n / 2);
        assertThat(same.evaluated(10).tests().get(0).detectable().orElseThrow()).isBetween(0.195, 0.2);
        assertThat(found / 400.0).isBetween(0.74, 0.88);
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
            return SubgroupEvaluation.of(Map.of("m", subjects()), "m", List.of(column("site")), fewest, FEW, 1)
                    .get("m")
                    .columns()
                    .get(0);
        }
    }
}
