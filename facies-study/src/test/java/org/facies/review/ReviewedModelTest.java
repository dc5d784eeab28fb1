package org.facies.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.calibration.CrossFitting;
import org.facies.conformal.Assurance;
import org.facies.conformal.ConformalEvaluation;
import org.facies.conformal.Conformity;
import org.facies.conformal.SetFigures;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SubjectResamples;
import org.facies.report.review.ReviewStatus;
import org.junit.jupiter.api.Test;

class ReviewedModelTest {
    private static final List<String> CLASSES = List.of("noonan", "none", "wbs");
    private static final PredictionTable TABLE = table(7);

    private final HeldOutSubjects good = HeldOutSubjects.of(TABLE, "good");
    private final ReviewedModel model = new ReviewedModel("good", good);
    private final ReviewedModel poor = new ReviewedModel("poor", HeldOutSubjects.of(TABLE, "poor"));

    @Test
    void sets_and_calibrated_probabilities_are_those_of_metrics_json() {
        SetFigures figures =
                ConformalEvaluation.of(good, new SubjectResamples(good.truths(), new EvaluationSettings(10, 1)))
                        .sets()
                        .stream()
                        .filter(set -> set.conformity() == Conformity.LAC
                                && set.levelPercent() == 90
                                && set.assurance() == Assurance.AVERAGE)
                        .findFirst()
                        .orElseThrow();
        HeldOutSubjects scaled = CrossFitting.chosen(good).scaled();

        double meanSize = model.children().stream()
                .mapToInt(child -> model.inSet(child).size())
                .average()
                .orElseThrow();

        assertThat(meanSize).isEqualTo(figures.meanSize().value(), within(1e-12));
        for (int i = 0; i < good.size(); i++) {
            assertThat(model.calibrated(good.id(i))).containsExactly(scaled.probabilities(i));
            assertThat(model.given(good.id(i))).containsExactly(good.probabilities(i));
        }
    }

    @Test
    void a_correct_answer_is_unsure_unless_its_set_holds_one_class() {
        assertThat(model.children()).allSatisfy(child -> {
            boolean isCorrect = model.predicted(child) == model.diagnosis(child);
            boolean isSingle = model.inSet(child).size() == 1;
            assertThat(model.status(child))
                    .isEqualTo(!isCorrect ? ReviewStatus.WRONG : isSingle ? ReviewStatus.CORRECT : ReviewStatus.UNSURE);
        });
        assertThat(model.children().stream().map(model::status)).contains(ReviewStatus.values());
    }

    @Test
    void wrong_answers_come_first_by_confidence_then_the_unsure_ones_by_entropy() {
        ReviewOrder order = new ReviewOrder(List.of(poor, model), 1);

        List<String> shown = order.shown();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(model.children());
        assertThat(shown.stream().map(model::status)).isSorted();
        assertThat(IntStream.range(1, shown.size())
                        .filter(i -> model.status(shown.get(i)) == model.status(shown.get(i - 1)))
                        .allMatch(i -> model.urgency(shown.get(i)) <= model.urgency(shown.get(i - 1))))
                .isTrue();
        String first = shown.get(0);
        assertThat(model.urgency(first)).isEqualTo(model.calibrated(first)[model.predicted(first)]);
        assertThat(IntStream.range(0, shown.size())
                        .mapToObj(i -> order.places(shown.get(i)).get(1)))
                .containsExactlyElementsOf(
                        IntStream.range(0, shown.size()).boxed().toList());
    }

    @Test
    void over_all_models_the_worst_status_counts_and_children_whom_more_got_wrong_come_first() {
        ReviewOrder order = new ReviewOrder(List.of(poor, model), 1);
        List<String> byPlace = new ArrayList<>(model.children());
        byPlace.sort((a, b) -> Integer.compare(order.place(a), order.place(b)));

        assertThat(byPlace.stream().map(order::together)).isSorted();
        assertThat(byPlace.stream().map(this::wrong)).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(order.together(byPlace.get(0))).isEqualTo(ReviewStatus.WRONG);
    }

    private long wrong(String child) {
        return List.of(poor, model).stream()
                .filter(one -> one.status(child) == ReviewStatus.WRONG)
                .count();
    }

    private static PredictionTable table(long seed) {
        Random random = new Random(seed);
        List<Prediction> rows = new ArrayList<>();
        for (String name : List.of("good", "poor")) {
            for (int i = 0; i < 90; i++) {
                int truth = i % 3;
                List<Double> p = new ArrayList<>();
                for (int c = 0; c < 3; c++) {
                    p.add(Math.exp((c == truth ? name.equals("good") ? 2 : 0.5 : 0) + random.nextGaussian()));
                }
                rows.add(new Prediction(name, i / 3 % 5, "p" + i, "s" + i, CLASSES.get(truth), p));
            }
        }
        return new PredictionTable(CLASSES, rows);
    }
}
