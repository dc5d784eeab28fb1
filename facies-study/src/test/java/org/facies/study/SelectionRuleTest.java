package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.facies.metric.SubjectFigure;
import org.facies.result.settings.SelectionMetric;
import org.facies.result.settings.StudySettings.Rule;
import org.junit.jupiter.api.Test;

class SelectionRuleTest {

    @Test
    void the_best_is_the_highest_score_or_the_lowest_loss_and_the_first_of_equals() {
        List<SubjectFigure> scores = scores(0.5, 0.7, Double.NaN, 0.7, 0.4);

        assertThat(new SelectionRule(SelectionMetric.MACRO_F1, Rule.BEST).chosen(scores))
                .isEqualTo(1);
        assertThat(new SelectionRule(SelectionMetric.LOG_LOSS, Rule.BEST).chosen(scores))
                .isEqualTo(4);
    }

    @Test
    void one_standard_error_takes_the_first_that_is_as_good_within_it() {
        List<SubjectFigure> scores = scores(0.5, 0.66, 0.7, 0.69);

        assertThat(new SelectionRule(SelectionMetric.ACCURACY, Rule.ONE_STANDARD_ERROR).chosen(scores))
                .isEqualTo(1);
        assertThat(new SelectionRule(SelectionMetric.BRIER, Rule.ONE_STANDARD_ERROR).chosen(scores))
                .isZero();
    }

    @Test
    void where_no_score_is_defined_the_first_candidate_is_taken() {
        assertThat(new SelectionRule(SelectionMetric.MACRO_AUC, Rule.BEST).chosen(scores(Double.NaN, Double.NaN)))
                .isZero();
        assertThat(new SelectionRule(SelectionMetric.MACRO_AUC, Rule.ONE_STANDARD_ERROR)
                        .chosen(scores(Double.NaN, Double.NaN)))
                .isZero();
    }

    /** Each with a standard error of 0.05. */
    private static List<SubjectFigure> scores(double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new SubjectFigure(value, 0.05, 40))
                .toList();
    }
}
