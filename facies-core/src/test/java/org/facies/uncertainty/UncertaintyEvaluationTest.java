package org.facies.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.HeldOutSubjects;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.novelty.NoveltyTable;
import org.facies.result.MetricsFile;
import org.facies.subgroup.SubgroupColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncertaintyEvaluationTest {
    private static final EvaluationSettings FEW = new EvaluationSettings(50, 1);

    @TempDir
    private Path folder;

    @Test
    void every_model_of_metrics_json_gets_its_parts_and_keeps_its_figures() throws IOException {
        PredictionTable table = Golden.predictions();
        NoveltyTable novelty = new NoveltyTable(table.of("a").stream()
                .map(p -> new NoveltyTable.Row(
                        "a", p.fold(), p.photo(), p.subject(), p.probabilities().get(0)))
                .toList());

        JsonNode metrics = written(table, novelty, "metrics.json");

        JsonNode a = metrics.path("models").path("a");
        assertThat(a.fieldNames())
                .toIterable()
                .containsExactly(
                        "subject",
                        "photo",
                        "curves",
                        "calibration",
                        "conformal",
                        "abstention",
                        "screening",
                        "naming",
                        "novelty",
                        "subgroups",
                        "sensitivity",
                        "net_benefit",
                        "class_calibration",
                        "photo_agreement");
        assertThat(metrics.path("models").path("b").has("novelty")).isFalse();
        assertThat(a.path("calibration")
                        .path("after")
                        .path("ece15")
                        .path("value")
                        .isNumber())
                .isTrue();
        assertThat(a.path("calibration").path("before").path("log_loss").path("value"))
                .isEqualTo(a.path("subject").path("log_loss").path("value"));
        assertThat(a.path("conformal")
                        .get(0)
                        .path("per_class")
                        .path("none")
                        .path("enough")
                        .isBoolean())
                .isTrue();
        assertThat(a.path("abstention").path("curve").get(0).path("coverage").isNumber())
                .isTrue();
        JsonNode predictive = a.path("screening").path("points").get(0).path("predictive");
        assertThat(predictive.get(0).path("positive").path("value").isNumber()).isTrue();
        assertThat(a.path("subgroups").get(0).path("finding").asText()).contains("site");
        assertThat(metrics.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void the_same_seed_writes_the_same_bytes() throws IOException {
        PredictionTable table = Golden.predictions();
        written(table, new NoveltyTable(List.of()), "one.json");
        written(table, new NoveltyTable(List.of()), "two.json");

        assertThat(folder.resolve("one.json")).hasSameBinaryContentAs(folder.resolve("two.json"));
    }

    @Test
    void predictions_of_a_single_fold_get_only_what_is_not_fitted() throws IOException {
        PredictionTable all = Golden.predictions();
        PredictionTable one = new PredictionTable(
                all.classes(),
                all.predictions().stream().filter(p -> p.fold() == 0).toList());

        JsonNode metrics = written(one, new NoveltyTable(List.of()), "metrics.json");

        assertThat(metrics.path("models").path("a").fieldNames())
                .toIterable()
                .containsExactly("subject", "photo", "curves", "subgroups", "class_calibration", "photo_agreement");
    }

    @Test
    void elsewhere_everything_is_learnt_from_the_run_and_nothing_from_the_cohort_that_is_judged() throws IOException {
        PredictionTable run = Golden.predictions();
        PredictionTable other = elsewhere(run, diagnosis -> diagnosis);
        PredictionTable mislabelled = elsewhere(run, diagnosis -> diagnosis.equals("noonan") ? "none" : "noonan");

        JsonNode a = writtenElsewhere(other, run).at("/models/a");
        JsonNode wrong = writtenElsewhere(mislabelled, run).at("/models/a");

        HeldOutSubjects taught = HeldOutSubjects.of(run, "a");
        double[] confidences = IntStream.range(0, taught.size())
                .mapToDouble(taught::confidence)
                .sorted()
                .toArray();
        double threshold = confidences[(int) Math.floor(0.2 * confidences.length + 1e-9)];
        HeldOutSubjects judged = HeldOutSubjects.of(other, "a");
        double answered = IntStream.range(0, judged.size())
                        .filter(i -> judged.confidence(i) >= threshold)
                        .count()
                / (double) judged.size();
        JsonNode target = a.at("/abstention/targets/2");
        assertThat(target.path("wanted").asDouble()).isEqualTo(0.8);
        assertThat(target.at("/answered/value").asDouble()).isEqualTo(answered);
        assertThat(a.at("/calibration/fits")).hasSize(1).isEqualTo(wrong.at("/calibration/fits"));
        assertThat(a.at("/abstention/targets/2/answered")).isEqualTo(wrong.at("/abstention/targets/2/answered"));
        assertThat(a.at("/conformal/0/mean_size/value")).isEqualTo(wrong.at("/conformal/0/mean_size/value"));
        assertThat(a.at("/conformal/0/coverage")).isNotEqualTo(wrong.at("/conformal/0/coverage"));
        assertThat(a.has("novelty")).isFalse();
    }

    /** Half of the subjects, as another cohort in which everything is of one fold. */
    private static PredictionTable elsewhere(PredictionTable run, UnaryOperator<String> diagnosis) {
        return new PredictionTable(
                run.classes(),
                run.predictions().stream()
                        .filter(p -> p.subject().hashCode() % 2 == 0)
                        .map(p -> new Prediction(
                                p.model(),
                                0,
                                p.photo(),
                                "other-" + p.subject(),
                                diagnosis.apply(p.diagnosis()),
                                p.probabilities()))
                        .toList());
    }

    private JsonNode writtenElsewhere(PredictionTable other, PredictionTable run) throws IOException {
        Path json = folder.resolve("elsewhere.json");
        MetricsFile.of(
                        Evaluation.of(other, FEW),
                        UncertaintyEvaluation.elsewhere(
                                other, run, List.of(site(other)), UncertaintySettings.standard(FEW), 2))
                .write(json);
        return new ObjectMapper().readTree(Files.readString(json));
    }

    @Test
    void no_figure_depends_on_the_number_of_threads() {
        PredictionTable table = Golden.predictions();
        assertThat(everything(table, 3)).isEqualTo(everything(table, 1));
    }

    private static JsonNode everything(PredictionTable table, int threads) {
        return MetricsFile.FILE.tree(MetricsFile.of(
                Evaluation.of(table, FEW, threads),
                UncertaintyEvaluation.of(
                        table,
                        List.of(site(table)),
                        new NoveltyTable(List.of()),
                        UncertaintySettings.standard(FEW),
                        threads)));
    }

    private JsonNode written(PredictionTable table, NoveltyTable novelty, String name) throws IOException {
        Path json = folder.resolve(name);
        MetricsFile.of(
                        Evaluation.of(table, FEW),
                        UncertaintyEvaluation.of(
                                table, List.of(site(table)), novelty, UncertaintySettings.standard(FEW)))
                .write(json);
        return new ObjectMapper().readTree(Files.readString(json));
    }

    private static SubgroupColumn site(PredictionTable table) {
        List<String> subjects =
                table.predictions().stream().map(p -> p.subject()).distinct().toList();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("north", subjects.subList(0, subjects.size() / 2));
        groups.put("south", subjects.subList(subjects.size() / 2, subjects.size()));
        return new SubgroupColumn("site", groups);
    }
}
