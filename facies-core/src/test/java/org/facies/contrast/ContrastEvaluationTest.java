package org.facies.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.facies.input.BadInput;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.metric.ModelComparison;
import org.facies.metric.PairedModels;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.schema.RecordFormat;
import org.facies.statistic.Interval;
import org.facies.statistic.McNemar;
import org.junit.jupiter.api.Test;

class ContrastEvaluationTest {
    private static final Contrast PAIR = Contrast.pair("pair", "one", "other");

    @Test
    void a_pair_of_models_has_the_p_of_mcnemars_exact_test() {
        for (int seed = 0; seed < 30; seed++) {
            int step = seed;
            PredictionTable table = new Arms(5, 20, 30)
                    .with("one", i -> (i * 7 + step) % 10 < 8)
                    .with("other", i -> (i * 3 + step * step) % 11 < 6)
                    .table();
            ContrastResults results = ContrastEvaluation.of(table, List.of(PAIR), 1);
            ModelComparison pair = results.mcnemar().get(0);
            List<List<Long>> counts = pair.table();
            McNemar test = new McNemar(
                    counts.get(0).get(0),
                    pair.onlyFirst(),
                    pair.onlySecond(),
                    counts.get(1).get(1));
            AccuracyDifference own = results.planned().get(0).accuracyTest();
            assertThat(own.pExact()).as("seed %d", seed).isCloseTo(test.pExact(), within(1e-12));
            assertThat(own.differing()).isEqualTo(pair.onlyFirst() + pair.onlySecond());
        }
    }

    @Test
    void a_model_of_unequal_weights_counts_as_much_as_they_say() {
        PredictionTable table = new Arms(2, 10, 10)
                .with("a", i -> true)
                .with("b", i -> i % 2 == 0)
                .with("c", i -> i % 4 == 0)
                .table();
        Contrast contrast = new Contrast("x", Map.of("a", 1., "b", -.5, "c", -.5), Optional.empty());
        Estimate accuracy = theseModels(table, contrast, Metric.ACCURACY);
        assertThat(accuracy.value()).isCloseTo(1 - .25 - .125, within(1e-12));
        assertThat(accuracy.method()).isEqualTo(PairedModels.JACKKNIFE_T);
    }

    @Test
    void models_that_never_differ_have_an_interval_that_allows_for_one_more_subject_each_way() {
        PredictionTable table = new Arms(5, 20, 20)
                .with("one", i -> i % 3 == 0)
                .with("other", i -> i % 3 == 0)
                .table();
        ContrastResult result =
                ContrastEvaluation.of(table, List.of(PAIR), 1).planned().get(0);
        Estimate accuracy = result.get(Metric.ACCURACY).theseModels();
        double half = 1.959963984540054 * Math.sqrt(2) / 42;
        assertThat(accuracy.value()).isZero();
        assertThat(accuracy.interval().low()).isCloseTo(-half, within(1e-12));
        assertThat(accuracy.interval().high()).isCloseTo(half, within(1e-12));
        assertThat(accuracy.method()).isEqualTo(PairedModels.ONE_EACH_WAY);
        assertThat(accuracy.reason()).startsWith("the models are correct on the same subjects");
        Estimate f1 = result.get(Metric.MACRO_F1).theseModels();
        assertThat(f1.interval()).isEqualTo(new Interval(0, 0));
        assertThat(f1.reason()).contains("no width");
        assertThat(result.get(Metric.ACCURACY).retrained().reason()).startsWith("the folds do not differ");
        assertThat(result.accuracyTest()).isEqualTo(new AccuracyDifference(0, 1, 1));
    }

    @Test
    void models_that_always_differ_have_an_interval_that_ends_at_what_is_possible() {
        PredictionTable table = new Arms(5, 20, 20)
                .with("one", i -> true)
                .with("other", i -> false)
                .table();
        Estimate accuracy = theseModels(table, PAIR, Metric.ACCURACY);
        assertThat(accuracy.value()).isEqualTo(1);
        assertThat(accuracy.interval().high()).isEqualTo(1);
        assertThat(accuracy.interval().low()).isBetween(.7, .95);
    }

    @Test
    void a_class_with_one_subject_leaves_shares_with_an_interval_and_takes_it_from_others_with_the_reason() {
        PredictionTable table = new Arms(3, 1, 15, 14)
                .with("one", i -> i % 5 != 0)
                .with("other", i -> i % 2 != 0 || i == 0)
                .table();
        ContrastResult result =
                ContrastEvaluation.of(table, List.of(PAIR), 1).planned().get(0);
        for (Metric metric : List.of(Metric.ACCURACY, Metric.BALANCED_ACCURACY)) {
            assertThat(result.get(metric).theseModels().interval().low()).isNotNaN();
        }
        assertThat(result.recall().get("a").theseModels().interval().low()).isEqualTo(-1);
        Estimate f1 = result.get(Metric.MACRO_F1).theseModels();
        assertThat(f1.value()).isNotNaN();
        assertThat(f1.interval()).isEqualTo(Interval.UNDEFINED);
        assertThat(f1.reason()).isEqualTo("class a has a single subject, so there is no interval");
        assertThat(result.recall().get("a").retrained().reason())
                .isEqualTo("undefined for one in fold 1: no case is of class a");
    }

    @Test
    void a_metric_that_a_model_lacks_is_undefined_and_says_of_which_model() {
        PredictionTable only = new Arms(3, 9, 9)
                .with("one", i -> i % 2 == 0)
                .with("other", i -> true)
                .table();
        PredictionTable table = new PredictionTable(
                List.of("a", "b", "z"),
                only.predictions().stream()
                        .map(p -> new Prediction(
                                p.model(),
                                p.fold(),
                                p.photo(),
                                p.subject(),
                                p.diagnosis(),
                                List.of(
                                        p.probabilities().get(0),
                                        p.probabilities().get(1),
                                        0.)))
                        .toList());
        ContrastResult result =
                ContrastEvaluation.of(table, List.of(PAIR), 1).planned().get(0);
        assertThat(result.get(Metric.MACRO_F1).theseModels().value()).isNaN();
        assertThat(result.get(Metric.MACRO_F1).theseModels().reason())
                .isEqualTo("macro F1 of one is undefined: no case is of class z, and it is never predicted");
        assertThat(result.recall().get("z").theseModels().reason()).isEqualTo("no case is of class z");
        assertThat(result.get(Metric.BALANCED_ACCURACY).theseModels().value()).isCloseTo(-.5, within(.06));
    }

    @Test
    void a_single_fold_shows_nothing_about_retraining() {
        PredictionTable table = new Arms(1, 10, 10)
                .with("one", i -> i % 2 == 0)
                .with("other", i -> i % 3 == 0)
                .table();
        ContrastFigure accuracy = ContrastEvaluation.of(table, List.of(PAIR.withMargin(.1)), 1)
                .planned()
                .get(0)
                .get(Metric.ACCURACY);
        assertThat(accuracy.retrained().retrained()).isEqualTo(Interval.UNDEFINED);
        assertThat(accuracy.retrained().reason()).isEqualTo("there is a single fold");
        assertThat(accuracy.margin().orElseThrow().theseModels()).isPresent();
        assertThat(accuracy.margin().orElseThrow().retrained()).isEmpty();
    }

    @Test
    void folds_that_divide_subjects_show_nothing_about_retraining() {
        List<Prediction> predictions = new ArrayList<>();
        for (String model : List.of("one", "other")) {
            for (int i = 0; i < 40; i++) {
                double ofA = model.equals("one") || i % 3 == 0 ? .8 : .3;
                boolean isA = i < 20;
                predictions.add(new Prediction(
                        model,
                        i % 2,
                        "p" + i,
                        "s" + i / 2,
                        isA ? "a" : "b",
                        List.of(isA ? ofA : 1 - ofA, isA ? 1 - ofA : ofA)));
            }
        }
        ContrastFigure accuracy = ContrastEvaluation.of(
                        new PredictionTable(List.of("a", "b"), predictions), List.of(PAIR), 1)
                .planned()
                .get(0)
                .get(Metric.ACCURACY);
        assertThat(accuracy.theseModels().interval().low()).isNotNaN();
        assertThat(accuracy.retrained().mean()).isNaN();
        assertThat(accuracy.retrained().reason()).startsWith("photos of one subject are in several folds");
    }

    @Test
    void models_of_other_folds_show_nothing_about_retraining() {
        List<Prediction> predictions = new ArrayList<>(
                new Arms(5, 10, 10).with("one", i -> i % 2 == 0).table().predictions());
        predictions.addAll(
                new Arms(4, 10, 10).with("other", i -> i % 3 == 0).table().predictions());
        PredictionTable table = new PredictionTable(List.of("a", "b"), predictions);
        assertThat(ContrastEvaluation.of(table, List.of(PAIR), 1)
                        .planned()
                        .get(0)
                        .get(Metric.ACCURACY)
                        .retrained()
                        .reason())
                .isEqualTo("the models do not have the same folds");
    }

    @Test
    void several_repeats_count_as_their_mean_and_have_no_mcnemar_test() {
        PredictionTable first = new Arms(5, 20, 20)
                .with("one", i -> i % 4 != 0)
                .with("other", i -> i % 2 != 0)
                .table();
        PredictionTable second = new Arms(5, 20, 20)
                .with("one", i -> i % 5 != 0)
                .with("other", i -> i % 4 != 0)
                .table();
        ContrastResults results = ContrastEvaluation.ofRepeats(List.of(first, second), List.of(PAIR), 1);
        ContrastFigure accuracy = results.planned().get(0).get(Metric.ACCURACY);
        assertThat(results.repeats()).isEqualTo(2);
        assertThat(results.mcnemar()).isEmpty();
        assertThat(accuracy.theseModels().value()).isCloseTo((.75 - .5 + .8 - .75) / 2, within(1e-12));
        assertThat(accuracy.retrained().mean()).isCloseTo((.75 - .5 + .8 - .75) / 2, within(1e-12));
    }

    @Test
    void repeats_of_other_subjects_are_refused() {
        PredictionTable first = new Arms(2, 5, 5)
                .with("one", i -> true)
                .with("other", i -> true)
                .table();
        PredictionTable second = new Arms(2, 5, 6)
                .with("one", i -> true)
                .with("other", i -> true)
                .table();
        assertThatThrownBy(() -> ContrastEvaluation.ofRepeats(List.of(first, second), List.of(PAIR), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the repeats are not of the same subjects");
    }

    @Test
    void models_of_other_photos_are_refused() {
        List<Prediction> predictions =
                new ArrayList<>(new Arms(2, 5, 5).with("one", i -> true).table().predictions());
        predictions.addAll(new Arms(2, 5, 4).with("other", i -> true).table().predictions());
        assertThatThrownBy(() ->
                        ContrastEvaluation.of(new PredictionTable(List.of("a", "b"), predictions), List.of(PAIR), 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("p9");
    }

    /** A model that no contrast names need not have been tested on the same photos, nor count. */
    @Test
    void models_that_no_contrast_names_do_not_matter() {
        Arms both = new Arms(5, 10, 10).with("one", i -> i % 2 == 0).with("other", i -> i % 3 == 0);
        ContrastResults without = ContrastEvaluation.of(both.table(), List.of(PAIR), 1);
        ContrastResults with =
                ContrastEvaluation.of(both.with("third", i -> i % 7 == 0).table(), List.of(PAIR), 1);
        assertThat(with).isEqualTo(without);
    }

    @Test
    void each_pair_is_tested_once_and_corrected_for_the_number_of_pairs() {
        PredictionTable table = new Arms(5, 30, 30)
                .with("pc", i -> i % 10 != 0)
                .with("pa", i -> i % 8 != 0)
                .with("fc", i -> i % 2 != 0)
                .with("fa", i -> i % 3 != 0)
                .table();
        Factor start = Factor.presence("pretraining", List.of("pc", "pa"), List.of("fc", "fa"));
        Factor loss = new Factor(
                "loss",
                List.of(
                        new Factor.Level("arcface", List.of("pa", "fa")),
                        new Factor.Level("cosface", List.of("pc", "fc"))));
        ContrastResults results = ContrastEvaluation.of(table, Contrasts.ofFactors(List.of(start, loss)), 1);
        assertThat(results.mcnemar())
                .extracting(test -> test.a() + "-" + test.b())
                .containsExactly("pa-fa", "pc-fc", "pa-pc", "fa-fc");
        double smallest = results.mcnemar().stream()
                .mapToDouble(ModelComparison::pExact)
                .min()
                .orElseThrow();
        assertThat(results.mcnemar().stream()
                        .mapToDouble(ModelComparison::pHolm)
                        .min()
                        .orElseThrow())
                .isCloseTo(4 * smallest, within(1e-15));
        AccuracyDifference pretraining = results.planned().get(0).accuracyTest();
        assertThat(pretraining.pHolm()).isCloseTo(3 * pretraining.pExact(), within(1e-15));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        PredictionTable table = new Arms(5, 20, 30, 10)
                .with("one", i -> i % 4 != 0)
                .with("other", i -> i % 2 != 0)
                .table();
        assertThat(ContrastEvaluation.of(table, List.of(PAIR), 3))
                .isEqualTo(ContrastEvaluation.of(table, List.of(PAIR), 1));
    }

    /** With two classes and two probabilities the area is the balanced accuracy, computed another way. */
    @Test
    void an_area_from_two_probabilities_has_the_interval_of_balanced_accuracy_for_very_many_subjects() {
        PredictionTable table = new Arms(5, 35_000, 35_000)
                .with("one", i -> new SplittableRandom(i).nextInt(4) != 0)
                .with("other", i -> new SplittableRandom(-1 - i).nextInt(7) != 0)
                .table();
        ContrastResult result =
                ContrastEvaluation.of(table, List.of(PAIR), 2).planned().get(0);
        Interval balanced = result.get(Metric.BALANCED_ACCURACY).theseModels().interval();
        Interval area =
                result.get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS).theseModels().interval();
        assertThat(area.low()).isCloseTo(balanced.low(), within(5e-4));
        assertThat(area.high()).isCloseTo(balanced.high(), within(5e-4));
    }

    @Test
    void results_are_read_as_they_were_written() {
        PredictionTable table = new Arms(3, 1, 15, 14)
                .with("one", i -> i % 5 != 0)
                .with("other", i -> i % 2 != 0)
                .table();
        RecordFormat<ContrastResults> format = RecordFormat.of(ContrastResults.class, RecordFormat.Undefined.AS_NULL);
        ContrastResults results = ContrastEvaluation.of(table, List.of(PAIR.withMargin(.4)), 1);
        ObjectNode written = format.write(results);
        assertThat(format.read(written, "metrics.json", "Write it again.")).isEqualTo(results);
        ObjectNode accuracy = (ObjectNode) written.at("/planned/0/metrics/accuracy");
        assertThat(accuracy.propertyStream().map(Map.Entry::getKey))
                .containsExactly("these_models", "retrained", "margin");
        assertThat(written.at("/planned/0/weights/other").asDouble()).isEqualTo(-1);
    }

    private static Estimate theseModels(PredictionTable table, Contrast contrast, Metric metric) {
        return ContrastEvaluation.of(table, List.of(contrast), 1)
                .planned()
                .get(0)
                .get(metric)
                .theseModels();
    }
}
