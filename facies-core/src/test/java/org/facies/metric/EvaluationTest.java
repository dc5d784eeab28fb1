package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.facies.file.JsonFile;
import org.facies.input.BadInput;
import org.facies.result.MetricsFile;
import org.facies.statistic.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    private static final List<String> CLASSES = List.of("alagille", "none");
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(200, 7);

    @TempDir
    Path folder;

    @Test
    void the_same_table_and_seed_give_the_same_bytes_and_another_seed_others() {
        PredictionTable table = RandomPredictions.of(1, CLASSES, 40, 2);
        String text = text(Evaluation.of(table, SETTINGS));
        assertThat(text(Evaluation.of(table, SETTINGS))).isEqualTo(text);
        assertThat(text(Evaluation.of(table, new EvaluationSettings(200, 8)))).isNotEqualTo(text);
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        PredictionTable table = RandomPredictions.of(8, CLASSES, 40, 2);
        String text = text(Evaluation.of(table, SETTINGS));
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(text(Evaluation.of(table, SETTINGS, threads))).isEqualTo(text);
        }
    }

    @Test
    void a_model_is_judged_alike_alone_and_beside_others() {
        PredictionTable both = RandomPredictions.of(2, CLASSES, 40, 2);
        PredictionTable alone = new PredictionTable(CLASSES, both.of("m1"));
        assertThat(Evaluation.of(alone, SETTINGS).models().get("m1"))
                .isEqualTo(Evaluation.of(both, SETTINGS).models().get("m1"));
    }

    @Test
    void the_interval_does_not_depend_on_the_order_of_the_rows() {
        PredictionTable table = RandomPredictions.of(3, CLASSES, 40, 1);
        List<Prediction> reversed = new ArrayList<>(table.predictions());
        Collections.reverse(reversed);
        Estimate one = estimate(table, Metric.MACRO_F1);
        Estimate other = estimate(new PredictionTable(CLASSES, reversed), Metric.MACRO_F1);
        assertThat(other).isEqualTo(one);
    }

    @Test
    void every_interval_holds_its_value_and_subjects_and_photos_have_their_methods() {
        ModelEvaluation model = Evaluation.of(RandomPredictions.of(4, CLASSES, 60, 1), SETTINGS)
                .models()
                .get("m0");
        for (Level level : Level.values()) {
            for (Metric metric : EnumSet.complementOf(EnumSet.of(Metric.ECE15))) {
                Estimate estimate = model.at(level).get(metric);
                boolean wilson = level == Level.SUBJECT && metric == Metric.ACCURACY;
                boolean area = metric.key().startsWith("auc");
                assertThat(estimate.method())
                        .isEqualTo(wilson ? Estimate.WILSON : area ? Estimate.JACKKNIFE : Estimate.BCA);
                assertThat(estimate.value())
                        .as(metric.label())
                        .isBetween(
                                estimate.interval().low(), estimate.interval().high());
            }
        }
    }

    @Test
    void networks_of_different_scales_lower_the_pooled_area_and_not_that_within_folds() {
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < 2; fold++) {
            for (int i = 0; i < 20; i++) {
                boolean alagille = i % 2 == 0;
                // Within a fold all children but the first are in the right order; the second network says less.
                double p = (i == 0 ? 0.01 : alagille ? 0.8 : 0.6) - 0.5 * fold * (i == 0 ? 0 : 1);
                predictions.add(prediction(fold, "P" + fold + "-" + i, alagille ? "alagille" : "none", p));
            }
        }
        LevelEvaluation subjects =
                Evaluation.at(Level.SUBJECT, new PredictionTable(CLASSES, predictions), "m", SETTINGS);
        Estimate within = subjects.get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS);
        assertThat(within.value()).isCloseTo(0.9, within(1e-12));
        assertThat(within.method()).isEqualTo(Estimate.JACKKNIFE);
        assertThat(within.interval().low()).isLessThan(0.9);
        assertThat(subjects.get(Metric.AUC_OVR_MACRO).value()).isCloseTo(0.675, within(1e-12));
        assertThat(subjects.folds())
                .extracting(fold -> fold.get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS))
                .containsExactly(0.9, 0.9);
        assertThat(subjects.perClass()
                        .get("none")
                        .get(ClassMetric.AUC_OVR_WITHIN_FOLDS)
                        .value())
                .isCloseTo(0.9, within(1e-12));
    }

    @Test
    void without_a_fold_of_two_kinds_there_is_no_area_within_folds_and_a_reason() {
        List<Prediction> predictions = List.of(
                prediction(0, "P1", "alagille", 0.9),
                prediction(0, "P2", "alagille", 0.8),
                prediction(1, "P3", "none", 0.1));
        LevelEvaluation subjects =
                Evaluation.at(Level.SUBJECT, new PredictionTable(CLASSES, predictions), "m", SETTINGS);
        assertThat(subjects.get(Metric.AUC_OVR_MACRO).value()).isEqualTo(1);
        assertThat(subjects.get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS).reason())
                .isEqualTo("no fold has a case of class alagille and one of another class");
    }

    @Test
    void an_area_of_1_has_no_interval_of_no_width_but_a_reason() {
        PredictionTable table = new PredictionTable(
                CLASSES,
                List.of(
                        prediction(0, "P1", "alagille", 0.9),
                        prediction(0, "P2", "alagille", 0.8),
                        prediction(0, "P3", "none", 0.1),
                        prediction(0, "P4", "none", 0.2)));
        Estimate area = Evaluation.at(Level.SUBJECT, table, "m", SETTINGS).get(Metric.AUC_OVR_MACRO);
        assertThat(area.value()).isEqualTo(1);
        assertThat(area.interval()).isEqualTo(Interval.UNDEFINED);
        assertThat(area.method()).isEqualTo(Estimate.BCA);
        assertThat(area.reason()).isEqualTo(ResampledFigures.NO_WIDTH);
    }

    @Test
    void the_calibration_error_has_the_mirrored_interval_because_resampling_inflates_it() {
        PredictionTable table = RandomPredictions.of(4, CLASSES, 60, 1);
        Estimate error = estimate(table, Metric.ECE15);
        Estimate plain = new SharedResamples(SETTINGS, 1)
                .of(HeldOutSubjects.of(table, "m0"))
                .percentile(HeldOutSubjects.of(table, "m0").topLabelCalibration()::errors)
                .get(0);
        assertThat(error.method()).isEqualTo(Estimate.MIRRORED);
        assertThat(error.interval().low()).isLessThan(error.value());
        assertThat(plain.interval().high() - error.value())
                .isGreaterThan(error.interval().high() - error.value());
    }

    @Test
    void the_baseline_is_the_majority_class_at_each_level() {
        PredictionTable table = table("P1 a none, P1 b none, P1 c none, P2 d alagille, P3 e alagille");
        Evaluation evaluation = Evaluation.of(table, SETTINGS);
        assertThat(evaluation.baseline().get(Level.PHOTO)).isEqualTo(new Baseline("none", 0.6, 0.5, 0.375));
        Baseline bySubject = evaluation.baseline().get(Level.SUBJECT);
        assertThat(bySubject.majorityClass()).isEqualTo("alagille");
        assertThat(bySubject.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void what_is_undefined_is_null_with_its_reason() {
        JsonNode json =
                parsed(text(Evaluation.of(table("P1 a none, P2 b none, P3 c alagille, P4 d alagille"), SETTINGS)));
        JsonNode subject = json.at("/models/m/subject");
        assertThat(subject.at("/macro_precision/value").isNull()).isTrue();
        assertThat(subject.at("/macro_precision/low").isNull()).isTrue();
        assertThat(subject.at("/macro_precision/reason").asText()).isEqualTo("class alagille is never predicted");
        assertThat(subject.at("/per_class/alagille/precision/reason").asText())
                .isEqualTo("class alagille is never predicted");
        assertThat(subject.at("/mcc/reason").asText()).isEqualTo("all cases, or all predictions, are of one class");
        assertThat(subject.at("/folds/0/macro_precision").isNull()).isTrue();
        assertThat(subject.at("/folds/0/reasons/macro_precision").asText())
                .isEqualTo("class alagille is never predicted");
        assertThat(subject.at("/over_folds/macro_precision/reason").asText())
                .isEqualTo("undefined in fold 0: class alagille is never predicted");
    }

    @Test
    void folds_are_scored_apart_and_summed_up_by_mean_and_sample_deviation() {
        List<Prediction> predictions = List.of(
                prediction(0, "P1", "none", 0.1),
                prediction(0, "P2", "alagille", 0.9),
                prediction(1, "P3", "none", 0.9),
                prediction(1, "P4", "alagille", 0.9));
        LevelEvaluation subjects = Evaluation.of(new PredictionTable(CLASSES, predictions), SETTINGS)
                .models()
                .get("m")
                .subject();
        assertThat(subjects.folds())
                .extracting(fold -> fold.get(Metric.ACCURACY))
                .containsExactly(1.0, 0.5);
        FoldSpread spread = subjects.overFolds().get(Metric.ACCURACY);
        assertThat(spread.mean()).isEqualTo(0.75);
        assertThat(spread.sd()).isCloseTo(Math.sqrt(0.125), within(1e-12));
        assertThat(spread.retrained())
                .as("t(1) is wide: cut at the ends of what accuracy can be")
                .isEqualTo(new Interval(0, 1));
    }

    @Test
    void folds_that_do_not_differ_show_no_interval_for_retraining() {
        List<Prediction> predictions = new ArrayList<>();
        for (int fold = 0; fold < 3; fold++) {
            for (int i = 0; i < 10; i++) {
                predictions.add(prediction(fold, "P" + fold + i, i < 7 ? "none" : "alagille", 0.9));
            }
        }
        FoldSpread spread = Evaluation.of(new PredictionTable(CLASSES, predictions), SETTINGS)
                .models()
                .get("m")
                .subject()
                .overFolds()
                .get(Metric.ACCURACY);
        assertThat(spread.sd()).isZero();
        assertThat(spread.retrained()).isEqualTo(Interval.UNDEFINED);
        assertThat(spread.reason()).contains("the folds do not differ");
    }

    @Test
    void a_subject_in_two_folds_is_one_subject_in_the_pooled_figures_and_one_in_each_fold() {
        List<Prediction> predictions = List.of(
                new Prediction("m", 0, "a.jpg", "P1", "none", List.of(0.8, 0.2)),
                new Prediction("m", 1, "b.jpg", "P1", "none", List.of(0.1, 0.9)),
                new Prediction("m", 0, "c.jpg", "P2", "alagille", List.of(0.7, 0.3)));
        LevelEvaluation subjects = Evaluation.of(new PredictionTable(CLASSES, predictions), SETTINGS)
                .models()
                .get("m")
                .subject();
        assertThat(subjects.n()).isEqualTo(2);
        assertThat(subjects.get(Metric.ACCURACY).value()).isEqualTo(1);
        assertThat(subjects.folds()).extracting(FoldScores::n).containsExactly(2L, 1L);
        assertThat(subjects.folds())
                .extracting(fold -> fold.get(Metric.ACCURACY))
                .containsExactly(0.5, 1.0);
    }

    @Test
    void pairs_of_models_are_adjusted_among_themselves_at_each_level() {
        ModelComparisons tests =
                Evaluation.of(RandomPredictions.of(5, CLASSES, 50, 4), SETTINGS).tests();
        assertThat(tests.mcnemar()).hasSize(12);
        assertThat(tests.cochranQ()).extracting(JointComparison::level).containsExactly(Level.SUBJECT, Level.PHOTO);
        List<ModelComparison> bySubject = tests.mcnemar().subList(0, 6);
        assertThat(bySubject).extracting(ModelComparison::level).containsOnly(Level.SUBJECT);
        double smallest =
                bySubject.stream().mapToDouble(pair -> pair.pExact()).min().orElseThrow();
        assertThat(bySubject.stream().mapToDouble(ModelComparison::pHolm).min().orElseThrow())
                .isCloseTo(Math.min(1, 6 * smallest), within(1e-12));
    }

    @Test
    void models_that_were_tested_on_different_photos_are_not_compared() {
        List<Prediction> predictions = List.of(
                prediction(0, "P1", "none", 0.1),
                prediction(0, "P2", "alagille", 0.9),
                new Prediction("other", 0, "P1.jpg", "P1", "none", List.of(0.5, 0.5)));
        PredictionTable table = new PredictionTable(CLASSES, predictions);
        assertThatThrownBy(() -> Evaluation.of(table, SETTINGS))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "predictions of model other: \"P2.jpg\" is missing, one of 1 photos that model m was tested "
                                + "on. Compare models on the same photos only.");
    }

    @Test
    void the_json_has_the_published_shape() throws IOException {
        Path file = folder.resolve("metrics.json");
        MetricsFile.of(Evaluation.of(RandomPredictions.of(6, CLASSES, 30, 2), SETTINGS))
                .write(file);
        JsonNode json = parsed(Files.readString(file));
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("format", "classes", "intervals", "baseline", "models", "tests");
        assertThat(json.at("/baseline/photo/accuracy").isNumber()).isTrue();
        assertThat(json.at("/models/m0").fieldNames()).toIterable().containsExactly("subject", "photo", "curves");
        assertThat(json.at("/models/m0/subject").fieldNames())
                .toIterable()
                .containsExactly(
                        "n",
                        "accuracy",
                        "balanced_accuracy",
                        "macro_precision",
                        "macro_recall",
                        "macro_f1",
                        "weighted_f1",
                        "auc_ovr_macro",
                        "auc_ovr_macro_within_folds",
                        "auc_hand_till",
                        "log_loss",
                        "brier_sum",
                        "cohen_kappa",
                        "mcc",
                        "ece15",
                        "per_class",
                        "confusion",
                        "folds",
                        "over_folds");
        assertThat(json.at("/models/m0/photo/per_class/alagille").fieldNames())
                .toIterable()
                .containsExactly(
                        "precision",
                        "recall",
                        "f1",
                        "specificity",
                        "auc",
                        "auc_ovr_within_folds",
                        "average_precision",
                        "support");
        assertThat(json.at("/models/m0/photo/macro_f1").fieldNames())
                .toIterable()
                .containsExactly("value", "low", "high", "method");
        assertThat(json.at("/tests/mcnemar/0/level").asText()).isEqualTo("subject");
        assertThat(json.at("/tests/mcnemar/0/p_exact").isNumber()).isTrue();
    }

    @Test
    void models_that_are_right_on_the_same_cases_have_no_joint_test_and_say_why() {
        List<Prediction> predictions = new ArrayList<>();
        for (String model : List.of("a", "b", "c")) {
            predictions.add(new Prediction(model, 0, "1.jpg", "P1", "none", List.of(0.2, 0.8)));
            predictions.add(new Prediction(model, 0, "2.jpg", "P2", "alagille", List.of(0.2, 0.8)));
        }
        JsonNode json = parsed(text(Evaluation.of(new PredictionTable(CLASSES, predictions), SETTINGS)));
        assertThat(json.at("/tests/cochran_q/0/p").isNull()).isTrue();
        assertThat(json.at("/tests/cochran_q/0/reason").asText()).isEqualTo("the models are correct on the same cases");
        assertThat(json.at("/tests/mcnemar/0/p_exact").asDouble()).isEqualTo(1);
        assertThat(json.at("/tests/mcnemar/0/chi_square").isNull()).isTrue();
    }

    @Test
    void a_figure_that_too_many_resamples_leave_undefined_has_no_interval() {
        PredictionTable table = new PredictionTable(
                CLASSES,
                List.of(
                        prediction(0, "P1", "alagille", 0.9),
                        prediction(0, "P2", "alagille", 0.1),
                        prediction(0, "P3", "none", 0.1)));
        Estimate precision =
                Evaluation.of(table, SETTINGS).models().get("m").photo().get(Metric.MACRO_PRECISION);
        assertThat(precision.value()).isEqualTo(0.75);
        assertThat(precision.interval().low()).isNaN();
        // Both draws of class alagille are P2 in a quarter of the resamples: then alagille is never predicted.
        assertThat(precision.reason()).matches("undefined in [45]\\d of 200 resamples");
    }

    /** Photos that the model calls "none", written as "subject photo diagnosis". */
    private static PredictionTable table(String photos) {
        List<Prediction> predictions = new ArrayList<>();
        for (String photo : photos.split(", ", -1)) {
            String[] words = photo.split(" ", -1);
            predictions.add(new Prediction("m", 0, words[1], words[0], words[2], List.of(0.1, 0.9)));
        }
        return new PredictionTable(CLASSES, predictions);
    }

    private static Prediction prediction(int fold, String subject, String diagnosis, double alagille) {
        return new Prediction("m", fold, subject + ".jpg", subject, diagnosis, List.of(alagille, 1 - alagille));
    }

    private static Estimate estimate(PredictionTable table, Metric metric) {
        return Evaluation.of(table, SETTINGS).models().get("m0").photo().get(metric);
    }

    private static String text(Evaluation evaluation) {
        return JsonFile.text(MetricsFile.FILE.tree(MetricsFile.of(evaluation)));
    }

    private static JsonNode parsed(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
