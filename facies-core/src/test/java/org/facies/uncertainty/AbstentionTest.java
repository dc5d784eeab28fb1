package org.facies.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.facies.metric.SubjectResamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbstentionTest {
    private static final List<String> TWO = List.of("a", "b");

    private static double area(RiskCoverage risk, int subjects) {
        int[] once = new int[subjects];
        Arrays.fill(once, 1);
        return risk.area(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void the_area_agrees_with_numpy(String model) {
        HeldOutSubjects subjects = HeldOutSubjects.of(Golden.predictions(), model);

        assertThat(area(new RiskCoverage(subjects), subjects.size()))
                .isCloseTo(
                        Golden.valuesOf("uncertainty.json")
                                .path(model)
                                .path("aurc")
                                .asDouble(),
                        within(1e-12));
    }

    @Test
    void three_answers_by_hand() {
        // Most sure right, then wrong, then right: error rates 0, 1/2, 1/3.
        double[][] p = {{0.9, 0.1}, {0.8, 0.2}, {0.7, 0.3}};

        RiskCoverage risk = new RiskCoverage(Simulated.of(TWO, new int[] {0, 1, 0}, p));

        assertThat(area(risk, 3)).isCloseTo((0 + 1 / 2.0 + 1 / 3.0) / 3, within(1e-12));
        assertThat(risk.curve())
                .containsExactly(
                        new RiskCoverage.Point(1 / 3.0, 1),
                        new RiskCoverage.Point(2 / 3.0, 0.5),
                        new RiskCoverage.Point(1, 2 / 3.0));
    }

    @Test
    void answers_of_equal_confidence_count_as_the_mean_over_their_orders() {
        double[][] p = {{0.9, 0.1}, {0.9, 0.1}};

        RiskCoverage risk = new RiskCoverage(Simulated.of(TWO, new int[] {0, 1}, p));

        // Right first: 0, 1/2; wrong first: 1, 1/2; on average 1/2, 1/2.
        assertThat(area(risk, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(risk.curve()).containsExactly(new RiskCoverage.Point(1, 0.5));
    }

    @Test
    void thresholds_from_the_other_folds_answer_about_as_many_as_wanted_and_rightly_more_often() {
        HeldOutSubjects subjects = Simulated.atTemperature(2, 2_000, 0.5);

        Abstention abstention =
                Abstention.of(subjects, new SubjectResamples(subjects.truths(), new EvaluationSettings(50, 1)));

        assertThat(abstention.targets())
                .allSatisfy(target -> assertThat(target.answered().value()).isCloseTo(target.wanted(), within(0.01)));
        assertThat(abstention.targets())
                .extracting(target -> target.accuracy().value())
                .isSorted();
        assertThat(abstention.aurcPerfect())
                .isLessThan(abstention.aurc().interval().low());
        assertThat(abstention.curve()).hasSize(200);
        assertThat(abstention.curve().get(199).coverage()).isEqualTo(1);
    }
}
