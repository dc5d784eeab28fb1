package org.facies.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.facies.novelty.NoveltyEvaluation;
import org.junit.jupiter.api.Test;

class UnknownFaceRuleTest {

    @Test
    void five_in_a_hundred_of_the_known_lie_beyond_the_threshold() {
        HeldOutSubjects subjects = Simulated.atTemperature(1, 199, 1);
        Map<String, Double> distances = oneTwoThree(subjects);

        UnknownFaceRule rule = UnknownFaceRule.of(subjects, distances).orElseThrow();

        // Of 200, the next child counted in, ten may be refused: the next one and nine of these.
        assertThat(rule.threshold()).isEqualTo(190);
        assertThat(distances.values()).filteredOn(rule::refuses).hasSize(9);
        assertThat(rule.nominal()).isEqualTo(0.05);
        assertThat(rule.refused())
                .isEqualTo(NoveltyEvaluation.of(subjects, distances).refused());
    }

    @Test
    void too_few_known_children_teach_no_threshold() {
        HeldOutSubjects few = Simulated.atTemperature(1, 18, 1);
        HeldOutSubjects enough = Simulated.atTemperature(1, 19, 1);

        assertThat(UnknownFaceRule.of(few, oneTwoThree(few))).isEmpty();
        assertThat(UnknownFaceRule.of(enough, oneTwoThree(enough)))
                .hasValueSatisfying(rule -> assertThat(rule.threshold()).isEqualTo(19));
    }

    private static Map<String, Double> oneTwoThree(HeldOutSubjects subjects) {
        Map<String, Double> distances = new LinkedHashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            distances.put(subjects.id(i), i + 1.0);
        }
        return distances;
    }
}
