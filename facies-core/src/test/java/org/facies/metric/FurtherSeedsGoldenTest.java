package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.facies.result.MetricsFile;
import org.facies.statistic.CochranQ;
import org.facies.statistic.DeLong;
import org.facies.statistic.FleissKappa;
import org.facies.statistic.Interval;
import org.facies.statistic.McNemar;
import org.facies.statistic.MultipleTesting;
import org.facies.statistic.Proportion;
import org.facies.table.CsvTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value of the golden file, and of others that the same recipe made with other seeds. */
class FurtherSeedsGoldenTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @ValueSource(strings = {"", "seed-101/", "seed-202/"})
    void every_figure_of_a_model_agrees(String folder) throws IOException {
        JsonNode golden = Golden.values(folder);
        Evaluation evaluation = Evaluation.of(Golden.predictions(folder), new EvaluationSettings(5, 1));
        JsonNode json = new ObjectMapper()
                .readTree(MetricsFile.FILE.tree(MetricsFile.of(evaluation)).toString());
        for (String level : List.of("photo", "subject")) {
            for (String model : List.of("a", "b")) {
                JsonNode expected = golden.at("/" + level + "_level/" + model);
                assertSame(json.at("/models/" + model + "/" + level), expected);
            }
        }
        JsonNode curve = json.at("/models/a/curves/noonan/decision_curve");
        golden.get("decision_curve_noonan_model_a")
                .properties()
                .forEach(point -> assertThat(netBenefit(curve, Double.parseDouble(point.getKey())))
                        .isCloseTo(point.getValue().asDouble(), EXACT));
        JsonNode table = golden.at("/mcnemar_subject_a_vs_b/table");
        assertThat(json.at("/tests/mcnemar/0/table")).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed-101/", "seed-202/"})
    void areas_their_variance_and_their_paired_tests_agree(String folder) {
        JsonNode golden = Golden.values(folder);
        for (int c = 0; c < Golden.CLASSES.size(); c++) {
            String name = Golden.CLASSES.get(c);
            DeLong a = Areas.of(subjects(folder, "a"), c);
            DeLong b = Areas.of(subjects(folder, "b"), c);
            assertThat(a.variance())
                    .isCloseTo(
                            golden.at("/subject_level/a/auc_ovr_delong_variance/" + name)
                                    .asDouble(),
                            EXACT);
            JsonNode paired = golden.at("/delong_paired_subject_a_vs_b/" + name);
            assertThat(a.compareWith(b).z()).isCloseTo(paired.get("z").asDouble(), EXACT);
            assertThat(a.compareWith(b).p()).isCloseTo(paired.get("p").asDouble(), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seed-101/", "seed-202/"})
    void readers_agree(String folder) {
        JsonNode golden = Golden.values(folder).get("readers");
        List<Case> subjects = subjects(folder, "a");
        boolean[] model = new Sample(subjects, 4).correct();
        int[][] answers = answers(folder, subjects);
        boolean[][] correct = new boolean[answers.length][subjects.size()];
        double[] p = new double[answers.length];
        for (int r = 0; r < answers.length; r++) {
            long[][] counts = new long[4][4];
            for (int i = 0; i < subjects.size(); i++) {
                correct[r][i] = answers[r][i] == subjects.get(i).truth();
                counts[subjects.get(i).truth()][answers[r][i]]++;
            }
            String reader = "reader-" + (r + 1);
            Confusion confusion = new Confusion(counts);
            assertThat(confusion.accuracy())
                    .isCloseTo(golden.at("/accuracy/" + reader).asDouble(), EXACT);
            assertThat(confusion.balancedAccuracy())
                    .isCloseTo(golden.at("/balanced_accuracy/" + reader).asDouble(), EXACT);
            assertThat(confusion.macro(confusion::f1))
                    .isCloseTo(golden.at("/macro_f1/" + reader).asDouble(), EXACT);
            p[r] = McNemar.of(model, correct[r]).pExact();
            assertThat(p[r])
                    .isCloseTo(
                            golden.at("/mcnemar_exact_vs_model_a/" + reader + "/p")
                                    .asDouble(),
                            EXACT);
        }
        double[] holm = MultipleTesting.holm(p);
        for (int r = 0; r < p.length; r++) {
            assertThat(holm[r]).isCloseTo(golden.at("/holm_of_those_p/" + r).asDouble(), EXACT);
        }
        assertThat(FleissKappa.of(answers, 4).value())
                .isCloseTo(golden.get("fleiss_kappa").asDouble(), EXACT);
        assertThat(CochranQ.of(correct).statistic())
                .isCloseTo(golden.at("/cochran_q/statistic").asDouble(), EXACT);
        assertThat(CochranQ.of(correct).p()).isCloseTo(golden.at("/cochran_q/p").asDouble(), EXACT);
    }

    private static void assertSame(JsonNode actual, JsonNode expected) {
        assertThat(actual.get("confusion")).isEqualTo(expected.get("confusion"));
        // Areas within folds have a golden file of their own, see EvaluationGoldenTest.
        for (Metric metric : EnumSet.complementOf(EnumSet.of(Metric.AUC_OVR_MACRO_WITHIN_FOLDS))) {
            String key = metric == Metric.ECE15 ? "ece15_top_label_right_closed" : metric.key();
            assertThat(actual.at("/" + metric.key() + "/value").asDouble())
                    .as(metric.label())
                    .isCloseTo(expected.get(key).asDouble(), EXACT);
        }
        Map<String, String> ofClass = Map.of(
                "precision", "precision",
                "recall", "recall",
                "f1", "f1",
                "auc", "auc_ovr",
                "average_precision", "average_precision");
        for (String name : Golden.CLASSES) {
            ofClass.forEach((ours, theirs) -> assertThat(actual.at("/per_class/" + name + "/" + ours + "/value")
                            .asDouble())
                    .as(ours + " of " + name)
                    .isCloseTo(expected.at("/" + theirs + "/" + name).asDouble(), EXACT));
        }
        long n = actual.get("n").asLong();
        long correct = Math.round(n * expected.get("accuracy").asDouble());
        assertInterval(Proportion.wilson(correct, n, 0.95), expected.get("accuracy_wilson95"));
        assertInterval(Proportion.clopperPearson(correct, n, 0.95), expected.get("accuracy_clopper_pearson95"));
    }

    private static void assertInterval(Interval interval, JsonNode expected) {
        assertThat(interval.low()).isCloseTo(expected.get(0).asDouble(), EXACT);
        assertThat(interval.high()).isCloseTo(expected.get(1).asDouble(), EXACT);
    }

    private static double netBenefit(JsonNode curve, double threshold) {
        for (JsonNode point : curve) {
            if (point.get("threshold").asDouble() == threshold) {
                return point.get("net_benefit").asDouble();
            }
        }
        return Double.NaN;
    }

    private static List<Case> subjects(String folder, String model) {
        List<Case> subjects = new ArrayList<>(
                Case.of(Level.SUBJECT, Golden.predictions(folder).of(model), Golden.CLASSES));
        subjects.sort(Comparator.comparing(Case::id));
        return subjects;
    }

    private static int[][] answers(String folder, List<Case> subjects) {
        List<String> ids = subjects.stream().map(Case::id).toList();
        int[][] answers = new int[5][ids.size()];
        CsvTable.read(Golden.file(folder + "readers.csv"))
                .require("reader", "subject", "answer")
                .rows()
                .forEach(row ->
                        answers[Integer.parseInt(row.get("reader").substring(7)) - 1][ids.indexOf(row.get("subject"))] =
                                Golden.CLASSES.indexOf(row.get("answer")));
        return answers;
    }
}
