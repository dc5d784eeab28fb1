package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.facies.file.JsonFile;
import org.facies.result.MetricsFile;
import org.facies.statistic.McNemar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreement with scikit-learn and statsmodels, through the JSON that other tools read. */
class EvaluationGoldenTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final List<Metric> NAMED_AS_IN_GOLDEN = List.of(
            Metric.ACCURACY,
            Metric.BALANCED_ACCURACY,
            Metric.MACRO_PRECISION,
            Metric.MACRO_RECALL,
            Metric.MACRO_F1,
            Metric.WEIGHTED_F1,
            Metric.AUC_OVR_MACRO,
            Metric.AUC_HAND_TILL,
            Metric.LOG_LOSS,
            Metric.BRIER_SUM,
            Metric.COHEN_KAPPA,
            Metric.MCC);

    private final JsonNode golden = Golden.values();
    private final Evaluation evaluation = Evaluation.of(Golden.predictions(), new EvaluationSettings(20, 1));
    private final JsonNode json = parsed(JsonFile.text(MetricsFile.FILE.tree(MetricsFile.of(evaluation))));

    @ParameterizedTest(name = "model {0} at {1} level")
    @CsvSource({"a,photo", "a,subject", "b,photo", "b,subject"})
    void every_figure_agrees_with_scikit_learn(String model, String level) {
        JsonNode expected = golden.at("/" + level + "_level/" + model);
        JsonNode actual = json.at("/models/" + model + "/" + level);
        assertThat(actual.get("n")).isEqualTo(expected.get("n"));
        assertThat(actual.get("confusion")).isEqualTo(expected.get("confusion"));
        for (Metric metric : NAMED_AS_IN_GOLDEN) {
            assertThat(actual.at("/" + metric.key() + "/value").asDouble())
                    .as(metric.label())
                    .isCloseTo(expected.get(metric.key()).asDouble(), EXACT);
        }
        assertThat(actual.at("/ece15/value").asDouble())
                .isCloseTo(expected.get("ece15_top_label_right_closed").asDouble(), EXACT);
    }

    @ParameterizedTest(name = "model {0} at {1} level")
    @CsvSource({"a,photo", "a,subject", "b,photo", "b,subject"})
    void every_figure_of_a_class_agrees_with_scikit_learn(String model, String level) {
        JsonNode expected = golden.at("/" + level + "_level/" + model);
        for (String name : Golden.CLASSES) {
            JsonNode actual = json.at("/models/" + model + "/" + level + "/per_class/" + name);
            for (String figure : List.of("precision", "recall", "f1", "average_precision")) {
                assertThat(actual.at("/" + figure + "/value").asDouble())
                        .as(figure + " of " + name)
                        .isCloseTo(expected.at("/" + figure + "/" + name).asDouble(), EXACT);
            }
            assertThat(actual.at("/auc/value").asDouble())
                    .isCloseTo(expected.at("/auc_ovr/" + name).asDouble(), EXACT);
        }
    }

    /** Against counting all pairs of one fold with NumPy ({@code golden/within_folds.py}). */
    @ParameterizedTest(name = "model {0} at {1} level")
    @CsvSource({"a,photo", "a,subject", "b,photo", "b,subject"})
    void areas_within_folds_agree_with_counting_all_pairs(String model, String level) {
        JsonNode expected = Golden.valuesOf("within_folds.json").at("/" + level + "/" + model);
        JsonNode actual = json.at("/models/" + model + "/" + level);
        assertThat(actual.at("/auc_ovr_macro_within_folds/value").asDouble())
                .isCloseTo(expected.path("macro").asDouble(), EXACT);
        for (String name : Golden.CLASSES) {
            assertThat(actual.at("/per_class/" + name + "/auc_ovr_within_folds/value")
                            .asDouble())
                    .as(name)
                    .isCloseTo(expected.at("/per_class/" + name).asDouble(), EXACT);
        }
    }

    @Test
    void accuracy_of_subjects_has_the_wilson_interval() {
        JsonNode expected = golden.at("/subject_level/a/accuracy_wilson95");
        JsonNode actual = json.at("/models/a/subject/accuracy");
        assertThat(actual.get("method").asText()).isEqualTo("wilson");
        assertThat(actual.get("low").asDouble()).isCloseTo(expected.get(0).asDouble(), EXACT);
        assertThat(actual.get("high").asDouble()).isCloseTo(expected.get(1).asDouble(), EXACT);
    }

    @Test
    void mcnemar_agrees_with_statsmodels() {
        JsonNode expected = golden.get("mcnemar_subject_a_vs_b");
        ModelComparison pair = evaluation.tests().mcnemar().get(0);
        McNemar test = new McNemar(
                pair.table().get(0).get(0),
                pair.onlyFirst(),
                pair.onlySecond(),
                pair.table().get(1).get(1));
        assertThat(pair.level()).isEqualTo(Level.SUBJECT);
        assertThat(json.at("/tests/mcnemar/0/table")).isEqualTo(expected.get("table"));
        assertThat(pair.pExact()).isCloseTo(expected.at("/exact/p").asDouble(), EXACT);
        assertThat(pair.chiSquare()).isCloseTo(expected.at("/chi2/statistic").asDouble(), EXACT);
        assertThat(pair.pChiSquare()).isCloseTo(expected.at("/chi2/p").asDouble(), EXACT);
        assertThat(test.chiSquareCorrected())
                .isCloseTo(expected.at("/chi2_corrected/statistic").asDouble(), EXACT);
        assertThat(test.pChiSquareCorrected())
                .isCloseTo(expected.at("/chi2_corrected/p").asDouble(), EXACT);
    }

    private static JsonNode parsed(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
