package org.facies.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.facies.calibration.CrossFitting;
import org.facies.conformal.Assurance;
import org.facies.conformal.Conformity;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Simulated;
import org.facies.schema.RecordFormat;
import org.facies.uncertainty.ScreeningSettings;
import org.junit.jupiter.api.Test;

class DecisionFitTest {
    private static final HeldOutSubjects SUBJECTS = Simulated.atTemperature(7, 400, 0.5);
    private static final HeldOutSubjects SCALED = CrossFitting.chosen(SUBJECTS).scaled();
    private static final ScreeningSettings SCREENING = new ScreeningSettings("a", 0.9, 0.95, List.of(0.01));
    private static final Decision DECISION = DecisionFit.of(SUBJECTS, SCREENING, new EvaluationSettings(50, 1), 1);

    @Test
    void calibration_makes_confidence_what_accuracy_is() {
        double accuracy = share(SUBJECTS::isCorrect);

        assertThat(meanConfidence(SUBJECTS::probabilities)).isGreaterThan(accuracy + 0.1);
        assertThat(meanConfidence(i -> DECISION.calibration().scaling().apply(SUBJECTS.probabilities(i))))
                .isCloseTo(accuracy, within(0.03));
    }

    private static double meanConfidence(IntFunction<double[]> probabilities) {
        return IntStream.range(0, SUBJECTS.size())
                .mapToObj(probabilities)
                .mapToDouble(p -> DoubleStream.of(p).max().orElseThrow())
                .average()
                .orElseThrow();
    }

    @Test
    void the_children_of_each_class_are_counted() {
        assertThat(DECISION.classes()).containsExactly("a", "b", "c");
        assertThat(DECISION.subjects().values().stream().mapToInt(n -> n).sum()).isEqualTo(400);
    }

    @Test
    void a_class_is_left_out_where_one_more_as_strange_child_would_be_too_rare() {
        SetRule rule = DECISION.sets().stream()
                .filter(one -> one.conformity() == Conformity.LAC
                        && one.levelPercent() == 90
                        && one.assurance() == Assurance.AVERAGE)
                .findFirst()
                .orElseThrow();
        double[] scores = IntStream.range(0, SCALED.size())
                .filter(i -> SCALED.truth(i) == 1)
                .mapToDouble(i -> 1 - SCALED.probability(i, 1))
                .toArray();

        double limit = rule.limits().get("b");

        assertThat(p(scores, limit)).isGreaterThan(0.1);
        assertThat(p(scores, Math.nextUp(limit))).isLessThanOrEqualTo(0.1);
        assertThat(rule.coverage().value()).isCloseTo(0.9, within(0.05));
    }

    /** The conformal p value: (1 + as strange) / (1 + all). */
    private static double p(double[] scores, double score) {
        return (1.0 + DoubleStream.of(scores).filter(other -> other >= score).count()) / (1.0 + scores.length);
    }

    @Test
    void nine_in_ten_of_the_children_are_confident_enough() {
        double share = share(i -> SCALED.confidence(i) >= DECISION.abstention().confidence());

        assertThat(share).isEqualTo(0.9);
        assertThat(DECISION.abstention().answered().value()).isCloseTo(0.9, within(0.05));
    }

    @Test
    void thresholds_hold_sensitivity_and_specificity_on_the_children() {
        List<ScreeningRule> rules = DECISION.screening();
        int[] affected = IntStream.range(0, SCALED.size())
                .filter(i -> SCALED.truth(i) != 0)
                .toArray();
        int[] unaffected = IntStream.range(0, SCALED.size())
                .filter(i -> SCALED.truth(i) == 0)
                .toArray();

        assertThat(positive(affected, rules.get(0).threshold())).isBetween(0.9, 0.91);
        assertThat(1 - positive(unaffected, rules.get(1).threshold())).isBetween(0.95, 0.96);
    }

    private static double positive(int[] subjects, double threshold) {
        return (double) Arrays.stream(subjects)
                        .filter(i -> 1 - SCALED.probability(i, 0) >= threshold)
                        .count()
                / subjects.length;
    }

    private static double share(IntPredicate which) {
        return (double) IntStream.range(0, SCALED.size()).filter(which).count() / SCALED.size();
    }

    @Test
    void without_the_unaffected_class_there_is_nothing_to_screen_for() {
        Decision decision = DecisionFit.of(SUBJECTS, ScreeningSettings.standard(), new EvaluationSettings(50, 1), 1);

        assertThat(decision.unaffected()).isEmpty();
        assertThat(decision.screening()).isEmpty();
        assertThat(answer(decision, 0.2, 0.5, 0.3).screening()).isEmpty();
    }

    @Test
    void a_decision_that_is_written_and_read_decides_the_same() {
        RecordFormat<Decision> format = RecordFormat.of(Decision.class, RecordFormat.Undefined.AS_NULL);

        Decision read = format.read(format.write(DECISION), "bundle.json", "Make it again.");

        assertThat(read).isEqualTo(DECISION);
        assertThat(answer(read, 0.2, 0.5, 0.3)).isEqualTo(answer(DECISION, 0.2, 0.5, 0.3));
    }

    private static Answer answer(Decision decision, double... probabilities) {
        List<Double> list = new ArrayList<>();
        DoubleStream.of(probabilities).forEach(list::add);
        return decision.answer(List.of(new PhotoEvidence(list, OptionalDouble.empty())), OptionalDouble.empty());
    }
}
