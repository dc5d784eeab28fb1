package org.facies.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {
    @Test
    void equal_scores_make_one_slanted_step() {
        RocCurve curve = RocCurve.of(new double[] {0.9, 0.5, 0.5, 0.1}, new boolean[] {true, true, false, false});
        assertThat(curve.points())
                .containsExactly(new Point(0, 0), new Point(0, 0.5), new Point(0.5, 1), new Point(1, 1));
        assertThat(curve.area()).isEqualTo(0.875);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void it_climbs_from_corner_to_corner_and_its_area_is_the_share_of_pairs_in_order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[40];
        boolean[] positive = new boolean[40];
        for (int i = 0; i < 40; i++) {
            positive[i] = i % 3 == 0;
            scores[i] = random.nextInt(12) + (positive[i] ? random.nextInt(6) : 0);
        }
        RocCurve curve = RocCurve.of(scores, positive);
        List<Point> points = curve.points();
        assertThat(points.get(0)).isEqualTo(new Point(0, 0));
        assertThat(points.get(points.size() - 1)).isEqualTo(new Point(1, 1));
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).x())
                    .isGreaterThanOrEqualTo(points.get(i - 1).x());
            assertThat(points.get(i).y())
                    .isGreaterThanOrEqualTo(points.get(i - 1).y());
        }
        assertThat(curve.area()).isCloseTo(pairsInOrder(scores, positive), within(1e-12));
        assertThat(new RocCurve(curve.corners()).area()).isCloseTo(curve.area(), within(1e-12));
        assertThat(curve.corners()).hasSizeLessThanOrEqualTo(points.size());
    }

    @Test
    void one_class_alone_has_no_curve() {
        assertThatThrownBy(() -> RocCurve.of(new double[] {0.1, 0.2}, new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a ROC curve needs positives and negatives");
    }

    private static double pairsInOrder(double[] scores, boolean[] positive) {
        double wins = 0;
        int pairs = 0;
        for (int p = 0; p < scores.length; p++) {
            for (int n = 0; n < scores.length; n++) {
                if (positive[p] && !positive[n]) {
                    pairs++;
                    wins += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }
}
