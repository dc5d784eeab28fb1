package org.facies.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.reader.Answer;
import org.facies.reader.Reader;
import org.facies.reader.ReaderAnswers;
import org.facies.reader.ReaderStudy;
import org.facies.result.MetricsFile;
import org.facies.subgroup.SubgroupColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model that is always right, or always wrong, in the sample shows no uncertainty by resampling; nobody may read [1,
 * 1].
 */
class IntervalsOfNoWidthTest {
    private static final List<String> CLASSES = List.of("noonan", "none", "williams-beuren");
    private static final EvaluationSettings FEW = new EvaluationSettings(100, 3);

    /** Every answer is so many classes off the truth: 0 is a perfect model, 1 a hopeless one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void every_figure_of_a_perfect_and_a_hopeless_model_has_an_interval_of_some_width_or_a_reason(int off) {
        PredictionTable table = table(off);
        UncertaintyEvaluation uncertainty = UncertaintyEvaluation.of(
                table, List.of(site(table)), new NoveltyTable(List.of()), UncertaintySettings.standard(FEW));
        ObjectNode metrics = MetricsFile.FILE.tree(MetricsFile.of(Evaluation.of(table, FEW), uncertainty)
                .withReaders(ReaderStudy.of(table, readers(table, off), FEW)));

        List<String> intervals = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        collect("", metrics, intervals, silent);

        assertThat(intervals)
                .contains(
                        "/models/m/subject/accuracy",
                        "/models/m/subject/macro_f1",
                        "/models/m/photo/accuracy",
                        "/models/m/calibration/before/ece15",
                        "/models/m/conformal/0/coverage",
                        "/models/m/abstention/aurc",
                        "/models/m/screening/auc",
                        "/models/m/naming/accuracy",
                        "/models/m/subgroups/0/groups/0/accuracy",
                        "/models/m/subgroups/0/groups/0/overconfidence",
                        "/readers/Ada/accuracy",
                        "/readers/Ada/corrected_to_cohort/accuracy",
                        "/agreement/fleiss_kappa",
                        "/tests/readers_mrmc/0/difference");
        assertThat(silent).isEmpty();
    }

    /** Every node with both ends, and those of them that have no width, or no end, and no reason. */
    private static void collect(String path, JsonNode node, List<String> intervals, List<String> silent) {
        if (node.has("low") && node.has("high")) {
            intervals.add(path);
            double width =
                    node.path("high").asDouble(Double.NaN) - node.path("low").asDouble(Double.NaN);
            if (!(width > 0) && !node.has("reason")) {
                silent.add(path + " " + node);
            }
        }
        node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), intervals, silent));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), intervals, silent);
        }
    }

    private static PredictionTable table(int off) {
        List<Prediction> predictions = new ArrayList<>();
        for (int subject = 0; subject < 90; subject++) {
            int truth = subject % 3;
            int answer = (truth + off) % 3;
            List<Double> probabilities =
                    IntStream.range(0, 3).mapToObj(c -> c == answer ? 0.8 : 0.1).toList();
            predictions.add(new Prediction(
                    "m", subject / 3 % 5, "p" + subject, "s" + subject, CLASSES.get(truth), probabilities));
        }
        return new PredictionTable(CLASSES, predictions);
    }

    private static SubgroupColumn site(PredictionTable table) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<Prediction> all = table.predictions();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(i < 45 ? "a" : "b", none -> new ArrayList<>())
                    .add(all.get(i).subject());
        }
        return new SubgroupColumn("site", groups);
    }

    /** Two readers who judge all but the last subjects, and as the model does. */
    private static ReaderAnswers readers(PredictionTable table, int off) {
        List<Answer> answers = table.predictions().subList(0, 60).stream()
                .map(one -> new Answer(
                        one.subject(),
                        CLASSES.get((CLASSES.indexOf(one.diagnosis()) + off) % 3),
                        OptionalDouble.of(0.9),
                        OptionalDouble.empty()))
                .toList();
        return new ReaderAnswers(
                Level.SUBJECT, List.of(new Reader("Ada", "", answers), new Reader("Bob", "", answers)));
    }
}
