package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UndefinedReasonTest {
    private static final List<String> CLASSES = List.of("alagille", "none");

    @ParameterizedTest
    @EnumSource(Metric.class)
    void without_cases_nothing_is_defined(Metric metric) {
        Scores scores = new Sample(List.of(), CLASSES.size()).scores();
        assertThat(scores.get(metric)).isNaN();
        assertThat(new UndefinedReason(scores, CLASSES).of(metric)).isEqualTo("there is no case");
        assertThat(new UndefinedReason(scores, CLASSES).of(ClassMetric.AUC, 0)).isEqualTo("there is no case");
    }

    @Test
    void cases_of_one_class_leave_the_others_undefined() {
        UndefinedReason reasons = reasons(new Case("a", "P1", 0, 1, new double[] {0.2, 0.8}));
        assertThat(reasons.of(Metric.MACRO_RECALL)).isEqualTo("no case is of class alagille");
        assertThat(reasons.of(Metric.MACRO_F1)).isEqualTo("no case is of class alagille, and it is never predicted");
        assertThat(reasons.of(Metric.AUC_OVR_MACRO)).isEqualTo("no case is of class alagille");
        assertThat(reasons.of(Metric.COHEN_KAPPA)).isEqualTo("all cases are of one class, and predicted so");
        assertThat(reasons.of(ClassMetric.AUC, 1)).isEqualTo("all cases are of class none");
        assertThat(reasons.of(ClassMetric.SPECIFICITY, 1)).isEqualTo("all cases are of class none");
    }

    @Test
    void what_is_defined_has_no_reason() {
        UndefinedReason reasons = reasons(
                new Case("a", "P1", 0, 1, new double[] {0.2, 0.8}), new Case("b", "P2", 0, 0, new double[] {0.6, 0.4}));
        for (Metric metric : Metric.values()) {
            assertThat(reasons.of(metric)).isEmpty();
        }
        for (ClassMetric metric : ClassMetric.values()) {
            assertThat(reasons.of(metric, 0)).isEmpty();
        }
    }

    private static UndefinedReason reasons(Case... cases) {
        return new UndefinedReason(new Sample(List.of(cases), CLASSES.size()).scores(), CLASSES);
    }
}
