package org.facies.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facies.statistic.RandomStreams;
import org.facies.train.data.BatchPlan;
import org.facies.train.data.ClassBalance;
import org.facies.train.data.SampleOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which crops come when, and what they weigh. */
class SamplingTest {

    /** 12 of class 0, 3 of class 1, none of class 2, 1 of class 3. */
    private static final int[] LABELS = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 3};

    @Test
    void an_epoch_shows_every_crop_once_in_an_order_of_its_own() {
        SampleOrder order = new SampleOrder(LABELS, ClassBalance.NONE, 5);

        assertThat(order.of(0)).containsExactlyInAnyOrder(IntStream.range(0, 16).toArray());
        assertThat(order.of(0)).isEqualTo(order.of(0)).isNotEqualTo(order.of(1));
        assertThat(order.of(0)).isNotEqualTo(new SampleOrder(LABELS, ClassBalance.NONE, 6).of(0));
    }

    @Test
    void balanced_sampling_draws_present_classes_equally_often_and_their_crops_evenly() {
        int[] order = new SampleOrder(LABELS, ClassBalance.BALANCED_SAMPLING, 5).of(0);

        assertThat(order).hasSize(16);
        assertThat(IntStream.of(order).filter(i -> LABELS[i] == 0))
                .hasSizeBetween(5, 6)
                .doesNotHaveDuplicates();
        assertThat(IntStream.of(order).filter(i -> LABELS[i] == 1)).hasSizeBetween(5, 6);
        assertThat(IntStream.of(order).filter(i -> LABELS[i] == 3))
                .hasSizeBetween(5, 6)
                .containsOnly(15);
        for (int crop : new int[] {3, 7, 11}) {
            assertThat(IntStream.of(order).filter(i -> i == crop).count()).isBetween(1L, 2L);
        }
    }

    @Test
    void where_the_last_round_does_not_reach_all_classes_every_epoch_favours_others() {
        int[] labels = IntStream.range(0, 3000).map(i -> i % 2000).toArray();
        SampleOrder order = new SampleOrder(labels, ClassBalance.BALANCED_SAMPLING, 5);

        Set<Integer> often = new HashSet<>(shownTwice(order.of(0), labels));
        assertThat(often).hasSize(1000);
        often.retainAll(shownTwice(order.of(1), labels));

        assertThat(often).as("by chance, half of a thousand").hasSizeBetween(400, 600);
    }

    private static Set<Integer> shownTwice(int[] order, int[] labels) {
        Set<Integer> seen = new HashSet<>();
        return IntStream.of(order)
                .map(crop -> labels[crop])
                .filter(label -> !seen.add(label))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void class_weights_have_mean_one_over_the_present_classes() {
        assertThat(StepRunner.classWeights(ClassBalance.NONE, LABELS, 4)).isEmpty();
        assertThat(StepRunner.classWeights(ClassBalance.BALANCED_SAMPLING, LABELS, 4))
                .isEmpty();
        assertWeights(ClassBalance.BALANCED_WEIGHTS, 1 / 12.0, 1 / 3.0, 0, 1);
        assertWeights(ClassBalance.SQRT_WEIGHTS, 1 / Math.sqrt(12), 1 / Math.sqrt(3), 0, 1);
    }

    private static void assertWeights(ClassBalance balance, double... proportions) {
        double mean = Arrays.stream(proportions).sum() / 3;
        double[] weights = StepRunner.classWeights(balance, LABELS, 4).stream()
                .mapToDouble(Float::doubleValue)
                .toArray();
        assertThat(weights)
                .containsExactly(Arrays.stream(proportions).map(p -> p / mean).toArray(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, 32", "31, 32", "32, 32", "33, 32", "65, 32", "2637, 32", "7, 3"})
    void batches_cover_all_crops_and_differ_by_at_most_one(int crops, int batchSize) {
        BatchPlan plan = BatchPlan.of(crops, batchSize);

        int[] sizes = IntStream.range(0, plan.steps()).map(plan::size).toArray();
        assertThat(IntStream.of(sizes).sum()).isEqualTo(crops);
        assertThat(IntStream.of(sizes).max().orElseThrow()).isLessThanOrEqualTo(batchSize);
        assertThat(IntStream.of(sizes).max().orElseThrow()
                        - IntStream.of(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void streams_of_neighbouring_places_have_nothing_in_common() {
        assertThat(IntStream.range(0, 1000).mapToLong(i -> RandomStreams.mix(1, i / 10, i % 10)))
                .doesNotHaveDuplicates();
        assertThat(RandomStreams.mix(1, 2, 3)).isNotEqualTo(RandomStreams.mix(1, 3, 2));
    }
}
