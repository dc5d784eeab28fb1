package org.facies.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.facies.metric.Estimate;
import org.facies.metric.EvaluationSettings;
import org.facies.privacy.MembershipInference.Fold;
import org.facies.statistic.DeLong;
import org.junit.jupiter.api.Test;

class MembershipInferenceTest {
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(500, 7);

    @Test
    void a_network_that_knows_its_children_by_heart_gives_all_away() {
        Estimate auc = MembershipInference.auc(folds(40, 10), SETTINGS, 2);

        assertThat(auc.value()).isEqualTo(1);
        assertThat(auc.interval().low()).isEqualTo(1);
    }

    @Test
    void a_network_that_treats_all_alike_leaves_a_guess_inside_the_interval() {
        Estimate auc = MembershipInference.auc(folds(200, 0), SETTINGS, 1);

        assertThat(auc.value()).isCloseTo(0.5, within(0.06));
        assertThat(auc.interval().low()).isLessThan(0.5);
        assertThat(auc.interval().high()).isGreaterThan(0.5);
    }

    @Test
    void it_is_the_mean_of_the_areas_of_the_folds() {
        List<Fold> folds = folds(60, 0.7);

        double mean = folds.stream()
                .mapToDouble(MembershipInferenceTest::area)
                .average()
                .orElseThrow();
        assertThat(MembershipInference.auc(folds, SETTINGS, 1).value()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void equal_scores_count_half() {
        Fold fold = new Fold(Map.of("a", 1.0, "b", 1.0), Map.of("c", 1.0));
        Fold other = new Fold(Map.of("c", 2.0), Map.of("a", 1.0, "b", 3.0));

        assertThat(MembershipInference.auc(List.of(fold, other), SETTINGS, 1).value())
                .isEqualTo(0.5);
    }

    @Test
    void threads_and_the_order_of_children_do_not_matter() {
        List<Fold> folds = folds(50, 1);

        assertThat(MembershipInference.auc(folds, SETTINGS, 2)).isEqualTo(MembershipInference.auc(folds, SETTINGS, 1));
    }

    private static double area(Fold fold) {
        double[] scores = IntStream.range(0, 2)
                .boxed()
                .flatMap(part -> (part == 0 ? fold.members() : fold.nonMembers()).values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < fold.members().size(); i++) {
            positive[i] = true;
        }
        return DeLong.of(scores, positive).auc();
    }

    /** Two folds; scores of members are higher by this amount. */
    private static List<Fold> folds(int subjects, double gain) {
        SplittableRandom random = new SplittableRandom(5);
        return IntStream.range(0, 2)
                .mapToObj(fold -> {
                    Map<String, Double> members = new HashMap<>();
                    Map<String, Double> nonMembers = new HashMap<>();
                    for (int i = 0; i < subjects; i++) {
                        (i % 2 == fold ? nonMembers : members)
                                .put("s" + i, random.nextDouble() + (i % 2 == fold ? 0 : gain));
                    }
                    return new Fold(members, nonMembers);
                })
                .toList();
    }
}
