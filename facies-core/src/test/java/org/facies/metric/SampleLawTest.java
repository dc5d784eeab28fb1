package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Laws of scores over seeded predictions; the seed is in the message of a failure. */
class SampleLawTest {
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final int SAMPLES = 300;

    @Test
    void a_weight_counts_like_as_many_copies_of_the_case() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.PHOTO);
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            int[] weights = cases.stream().mapToInt(one -> random.nextInt(4)).toArray();
            List<Case> copies = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                copies.addAll(Collections.nCopies(weights[i], cases.get(i)));
            }
            Scores weighted = new Sample(cases, CLASSES.size()).scores(weights, EnumSet.allOf(Metric.Part.class));
            Scores copied = new Sample(copies, CLASSES.size()).scores();
            for (Metric metric : Metric.values()) {
                assertThat(weighted.get(metric))
                        .as("%s, seed %d", metric, seed)
                        .satisfies(value -> assertSame(value, copied.get(metric)));
            }
        }
    }

    @Test
    void two_resamples_at_a_time_have_the_scores_that_each_has_alone() {
        EnumSet<Metric.Part> ranks = EnumSet.of(Metric.Part.ANSWERS, Metric.Part.RANKING);
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.PHOTO);
            Sample sample = new Sample(cases, CLASSES.size());
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            int[][] two = new int[2][cases.size()];
            Arrays.stream(two).forEach(weights -> Arrays.setAll(weights, i -> random.nextInt(4)));
            List<Scores> together = sample.scores(two, ranks, new Sample.Room(cases.size()));
            for (int r = 0; r < two.length; r++) {
                Scores alone = sample.scores(two[r], EnumSet.allOf(Metric.Part.class));
                assertSame(together.get(r).get(Metric.ACCURACY), alone.get(Metric.ACCURACY));
                for (int c = 0; c < CLASSES.size(); c++) {
                    assertSame(together.get(r).get(ClassMetric.AUC, c), alone.get(ClassMetric.AUC, c));
                    assertSame(
                            together.get(r).get(ClassMetric.AVERAGE_PRECISION, c),
                            alone.get(ClassMetric.AVERAGE_PRECISION, c));
                }
            }
        }
    }

    @Test
    void scores_without_cases_are_those_of_all_others() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.PHOTO);
            Sample sample = new Sample(cases, CLASSES.size());
            SampleWithout without = new SampleWithout(sample, EnumSet.allOf(Metric.Part.class));
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            int truth = cases.get(random.nextInt(cases.size())).truth();
            int[] ofClass = IntStream.range(0, cases.size())
                    .filter(i -> cases.get(i).truth() == truth)
                    .toArray();
            int[] leftOut = Arrays.copyOf(ofClass, 1 + random.nextInt(ofClass.length));
            int[] weights = new int[cases.size()];
            Arrays.fill(weights, 1);
            IntStream.of(leftOut).forEach(i -> weights[i] = 0);
            Scores quick = without.scores(leftOut);
            Scores slow = sample.scores(weights, EnumSet.allOf(Metric.Part.class));
            for (Metric metric : Metric.values()) {
                assertThat(quick.get(metric))
                        .as("%s, seed %d", metric, seed)
                        .satisfies(value -> assertSame(value, slow.get(metric)));
            }
            for (int c = 0; c < CLASSES.size(); c++) {
                assertSame(quick.get(ClassMetric.AVERAGE_PRECISION, c), slow.get(ClassMetric.AVERAGE_PRECISION, c));
                assertSame(
                        quick.get(ClassMetric.AUC_OVR_WITHIN_FOLDS, c), slow.get(ClassMetric.AUC_OVR_WITHIN_FOLDS, c));
            }
        }
    }

    @Test
    void the_area_within_folds_is_the_share_of_pairs_of_one_fold_in_the_right_order() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.SUBJECT);
            Scores scores = new Sample(cases, CLASSES.size()).scores();
            for (int c = 0; c < CLASSES.size(); c++) {
                assertSame(scores.get(ClassMetric.AUC_OVR_WITHIN_FOLDS, c), pairsOfOneFold(cases, c));
            }
        }
    }

    @Test
    void with_one_fold_the_area_within_folds_is_the_area_over_all_cases() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> oneFold = cases(seed, Level.PHOTO).stream()
                    .map(one -> new Case(one.id(), one.subject(), 3, one.truth(), one.probabilities()))
                    .toList();
            Scores scores = new Sample(oneFold, CLASSES.size()).scores();
            assertSame(scores.get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS), scores.get(Metric.AUC_OVR_MACRO));
        }
    }

    private static double pairsOfOneFold(List<Case> cases, int c) {
        double wins = 0;
        int pairs = 0;
        for (Case one : cases) {
            for (Case other : cases) {
                if (one.truth() == c && other.truth() != c && one.fold() == other.fold()) {
                    double difference = one.probabilities()[c] - other.probabilities()[c];
                    wins += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return wins / pairs;
    }

    @Test
    void the_area_is_that_of_the_midranks() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.SUBJECT);
            Scores scores = new Sample(cases, CLASSES.size()).scores();
            for (int c = 0; c < CLASSES.size(); c++) {
                assertThat(scores.get(ClassMetric.AUC, c))
                        .as("class %d, seed %d", c, seed)
                        .isCloseTo(Areas.of(cases, c).auc(), within(1e-12));
            }
        }
    }

    @Test
    void scores_do_not_depend_on_the_order_of_the_cases() {
        for (long seed = 0; seed < SAMPLES; seed++) {
            List<Case> cases = cases(seed, Level.PHOTO);
            List<Case> reversed = new ArrayList<>(cases);
            Collections.reverse(reversed);
            Scores forth = new Sample(cases, CLASSES.size()).scores();
            Scores back = new Sample(reversed, CLASSES.size()).scores();
            for (Metric metric : Metric.values()) {
                assertThat(forth.get(metric))
                        .as("%s, seed %d", metric, seed)
                        .satisfies(value -> assertSame(value, back.get(metric)));
            }
        }
    }

    private static List<Case> cases(long seed, Level level) {
        PredictionTable table = RandomPredictions.of(seed, CLASSES, 3 + (int) (seed % 20), 1);
        return Case.of(level, table.predictions(), CLASSES);
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-12));
        }
    }
}
