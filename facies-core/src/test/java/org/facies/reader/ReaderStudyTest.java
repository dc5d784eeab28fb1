package org.facies.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Golden;
import org.facies.metric.JudgedCase;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.metric.SharedResamples;
import org.facies.result.MetricsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderStudyTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final EvaluationSettings SETTINGS = new EvaluationSettings(200, 5);

    @Test
    void the_golden_readers_agree_with_scikit_learn_and_statsmodels() {
        PredictionTable table = Golden.predictions();
        ReaderAnswers answers = ReaderAnswers.read(Golden.file("readers.csv"), table);
        PredictionTable a = table.only(prediction -> prediction.model().equals("a"));
        JsonNode json = json(a, answers);
        JsonNode golden = Golden.values().path("readers");
        for (String figure : List.of("accuracy", "balanced_accuracy", "macro_f1")) {
            golden.path(figure)
                    .properties()
                    .forEach(reader -> assertThat(json.at("/readers/" + reader.getKey() + "/" + figure + "/value")
                                    .asDouble())
                            .as("%s of %s", figure, reader.getKey())
                            .isCloseTo(reader.getValue().asDouble(), EXACT));
        }
        for (int r = 0; r < 5; r++) {
            JsonNode test = json.at("/tests/readers_mcnemar/" + r);
            JsonNode expected = golden.path("mcnemar_exact_vs_model_a")
                    .path(test.path("reader").asText());
            assertThat(test.path("table")).hasToString(expected.path("table").toString());
            assertThat(test.path("p_exact").asDouble())
                    .isCloseTo(expected.path("p").asDouble(), EXACT);
            assertThat(test.path("p_holm").asDouble())
                    .isCloseTo(golden.path("holm_of_those_p").path(r).asDouble(), EXACT);
        }
        JsonNode q = json.at("/tests/readers_cochran_q/0");
        assertThat(q.path("statistic").asDouble())
                .isCloseTo(golden.at("/cochran_q/statistic").asDouble(), EXACT);
        assertThat(q.path("p").asDouble()).isCloseTo(golden.at("/cochran_q/p").asDouble(), EXACT);
        assertThat(json.at("/agreement/fleiss_kappa/value").asDouble())
                .isCloseTo(golden.path("fleiss_kappa").asDouble(), EXACT);
        assertThat(json.at("/agreement/cohen_kappa").size()).isEqualTo(10);
    }

    @Test
    void readers_of_everything_have_the_cohorts_prevalence_and_models_their_figures() {
        PredictionTable table = Golden.predictions();
        ReaderAnswers answers = ReaderAnswers.read(Golden.file("readers.csv"), table);
        ReaderStudy study = ReaderStudy.of(table, answers, SETTINGS);
        assertThat(study.sample().judged()).isEqualTo(study.sample().cohort());
        assertThat(study.readers().values())
                .allMatch(reader -> reader.correctedToCohort().isEmpty());
        Evaluation evaluation = Evaluation.of(table, SETTINGS);
        for (String model : table.models()) {
            assertThat(study.sample().models().get(model).accuracy())
                    .isEqualTo(evaluation.models().get(model).subject().get(Metric.ACCURACY));
        }
    }

    @Test
    void readers_without_a_case_in_common_or_without_any_class_are_written_and_read(@TempDir Path folder) {
        Reader bo = new Reader("Bo", "", List.of(answer("P3", "none", OptionalDouble.empty())));
        Reader cy = new Reader("Cy", "", List.of(answer("P0", "", OptionalDouble.empty())));
        for (List<Reader> readers :
                List.of(List.of(reader("P0 none", "P1 noonan"), bo), List.of(reader("P0 none", "P1 noonan"), cy))) {
            PredictionTable table = table(8, 2);
            ReaderStudy study = ReaderStudy.of(table, new ReaderAnswers(Level.SUBJECT, readers), SETTINGS);
            Path file = folder.resolve("metrics.json");
            MetricsFile.of(Evaluation.of(table, SETTINGS)).withReaders(study).write(file);
            ReaderAgreement read = MetricsFile.read(file).agreement().orElseThrow();
            assertThat(read.fleiss().reason())
                    .isEqualTo(
                            readers.contains(bo)
                                    ? "no case was answered by all readers"
                                    : "there is no case for which all readers named a class");
            assertThat(read.perCategory()).containsOnlyKeys("none", "noonan");
            assertThat(read.perCategory().get("none").value()).isNaN();
        }
    }

    @Test
    void a_sample_rich_in_a_class_is_corrected_to_the_cohort_by_hand() {
        // Cohort: 8 none, 2 noonan. The reader saw 2 and 2, was right on 1 of 2 and on 2 of 2.
        PredictionTable table = table(8, 2);
        Reader reader = reader("P0 none", "P1 noonan", "P8 noonan", "P9 noonan");
        ReaderStudy study = ReaderStudy.of(table, new ReaderAnswers(Level.SUBJECT, List.of(reader)), SETTINGS);
        ReaderEvaluation evaluation = study.readers().get("Ada");
        assertThat(evaluation.get(Metric.ACCURACY).value()).isEqualTo(0.75);
        // 0.8 · 1/2 + 0.2 · 1; precision of none 0.4/0.4, of noonan 0.2/0.6; F1 0.8/1.2 and 0.4/0.8.
        assertThat(evaluation.correctedToCohort().orElseThrow().accuracy().value())
                .isCloseTo(0.6, EXACT);
        assertThat(evaluation.correctedToCohort().orElseThrow().macroPrecision().value())
                .isCloseTo((1 + 1 / 3.0) / 2, EXACT);
        assertThat(evaluation.correctedToCohort().orElseThrow().macroF1().value())
                .isCloseTo((0.8 / 1.2 + 0.4 / 0.8) / 2, EXACT);
        // Chance: 0.4 · 0.8 + 0.6 · 0.2.
        assertThat(evaluation.correctedToCohort().orElseThrow().cohenKappa().value())
                .isCloseTo((0.6 - 0.44) / (1 - 0.44), EXACT);
        assertThat(study.sample().judged()).containsEntry("none", 2L).containsEntry("noonan", 2L);
        assertThat(study.sample().baseline().accuracy()).isEqualTo(0.5);
    }

    @Test
    void a_correction_to_the_samples_own_prevalence_changes_nothing() {
        for (long seed = 0; seed < 20; seed++) {
            long seedOf = seed;
            SplittableRandom random = new SplittableRandom(seed);
            PredictionTable table = table(12 + random.nextInt(10), 5 + random.nextInt(5));
            Reader reader = new Reader(
                    "Ada",
                    "",
                    IntStream.range(0, table.predictions().size())
                            .mapToObj(i ->
                                    answer("P" + i, random.nextInt(3) == 0 ? "noonan" : "none", OptionalDouble.empty()))
                            .toList());
            ReaderCases cases = new ReaderCases(table, Level.SUBJECT);
            ReaderEvaluation raw = ReaderEvaluation.of(reader, cases, new SharedResamples(SETTINGS, 2));
            var corrected = new PrevalenceCorrection(cases.support(cases.ids()), new SharedResamples(SETTINGS, 1))
                    .of(JudgedCase.of(cases.answers(reader), "Ada", Level.SUBJECT));
            PrevalenceCorrection.FIGURES.forEach(
                    figure -> assertThat(corrected.get(figure).value())
                            .as("seed %d, %s", seedOf, figure)
                            .isCloseTo(raw.get(figure).value(), EXACT));
        }
    }

    @Test
    void a_class_that_no_reader_saw_leaves_the_corrected_figures_undefined_with_the_reason() {
        ReaderStudy study = ReaderStudy.of(
                table(8, 2), new ReaderAnswers(Level.SUBJECT, List.of(reader("P0 none", "P1 none"))), SETTINGS);
        assertThat(study.readers()
                        .get("Ada")
                        .correctedToCohort()
                        .orElseThrow()
                        .accuracy()
                        .value())
                .isNaN();
        assertThat(study.readers()
                        .get("Ada")
                        .correctedToCohort()
                        .orElseThrow()
                        .accuracy()
                        .reason())
                .isEqualTo("no case of class noonan was answered");
    }

    @Test
    void confidence_gives_an_area_and_answers_without_it_the_reason_for_none() {
        PredictionTable table = table(2, 2);
        // Confidence in noonan: 0.1, 0.6 for the two without, 0.4, 0.9 for the two with: three of four pairs in order.
        Reader sure = new Reader(
                "Ada",
                "",
                List.of(
                        answer("P0", "none", OptionalDouble.of(0.9)),
                        answer("P1", "noonan", OptionalDouble.of(0.6)),
                        answer("P2", "none", OptionalDouble.of(0.6)),
                        answer("P3", "noonan", OptionalDouble.of(0.9))));
        Reader silent = new Reader("Bo", "", reader("P0 none", "P2 noonan").answers());
        JsonNode json = json(table, new ReaderAnswers(Level.SUBJECT, List.of(sure, silent)));
        assertThat(json.at("/readers/Ada/per_class/noonan/auc/value").asDouble())
                .isEqualTo(0.75);
        assertThat(json.at("/readers/Ada/auc_ovr_macro/value").asDouble()).isEqualTo(0.75);
        assertThat(json.at("/readers/Bo/auc_ovr_macro/value").isNull()).isTrue();
        assertThat(json.at("/readers/Bo/auc_ovr_macro/reason").asText()).isEqualTo("0 of 2 answers have a confidence");
    }

    @Test
    void a_reader_of_photos_is_compared_with_the_models_photos() {
        PredictionTable table = table(2, 2);
        Reader reader = new Reader(
                "Ada",
                "",
                List.of(
                        answer("P0/1.jpg", "none", OptionalDouble.empty()),
                        answer("P0/2.jpg", "noonan", OptionalDouble.empty()),
                        answer("P3/1.jpg", "noonan", OptionalDouble.empty())));
        PredictionTable photos = new PredictionTable(
                table.classes(),
                table.predictions().stream()
                        .flatMap(one -> IntStream.of(1, 2).mapToObj(i -> photo(one, i)))
                        .toList());
        JsonNode json = json(photos, new ReaderAnswers(Level.PHOTO, List.of(reader)));
        // The model always says none: both right, only model, only reader, both wrong.
        assertThat(json.at("/tests/readers_mcnemar/0/table").toString()).isEqualTo("[[1,1],[1,0]]");
        assertThat(json.at("/readers/Ada/accuracy/value").asDouble()).isCloseTo(2 / 3.0, EXACT);
        assertThat(json.at("/reader_sample/judged").toString()).isEqualTo("{\"none\":2,\"noonan\":1}");
    }

    @Test
    void metrics_json_gains_the_readers_and_keeps_all_else(@TempDir Path folder) throws IOException {
        PredictionTable table = Golden.predictions();
        ReaderAnswers answers = ReaderAnswers.read(Golden.file("readers.csv"), table);
        Evaluation evaluation = Evaluation.of(table, SETTINGS);
        Path plain = folder.resolve("plain.json");
        Path with = folder.resolve("with.json");
        MetricsFile.of(evaluation).write(plain);
        ReaderStudy study = ReaderStudy.of(table, answers, SETTINGS);
        MetricsFile.of(evaluation).withReaders(study).write(with);
        JsonNode before = new ObjectMapper().readTree(plain.toFile());
        JsonNode after = new ObjectMapper().readTree(with.toFile());
        before.path("tests")
                .properties()
                .forEach(test ->
                        assertThat(after.path("tests").path(test.getKey())).isEqualTo(test.getValue()));
        before.properties().stream()
                .filter(part -> !part.getKey().equals("tests"))
                .forEach(part -> assertThat(after.path(part.getKey())).isEqualTo(part.getValue()));
        assertThat(after.path("readers").size()).isEqualTo(5);
        Path again = folder.resolve("again.json");
        MetricsFile.read(with).withReaders(study).write(again);
        assertThat(Files.readString(again)).isEqualTo(Files.readString(with));
    }

    @Test
    void the_group_is_compared_on_accuracy_as_by_hand() {
        // The model always says none: right on P0, P1, wrong on P2, P3. Differences of readers less model, by case:
        // Ada 0, 0, 1, 1; Bo -1, 0, 1, 0. Means 0.5 and 0, so MS(R) 0.125.
        PredictionTable table = table(2, 2);
        List<Reader> readers = List.of(
                new Reader(
                        "Ada",
                        "",
                        reader("P0 none", "P1 none", "P2 noonan", "P3 noonan").answers()),
                new Reader(
                        "Bo",
                        "",
                        reader("P0 noonan", "P1 none", "P2 noonan", "P3 none").answers()));
        GroupComparison test = ReaderStudy.of(table, new ReaderAnswers(Level.SUBJECT, readers), SETTINGS)
                .tests()
                .mrmc()
                .get(0);
        // Covariance of the means: sum of products of deviations (0.5 + 0 + 0.5 + 0) over 4 · 3.
        double denominator = 0.125 + 2 * (1.0 / 12);
        assertThat(test.figure()).isEqualTo("accuracy");
        assertThat(test.value()).isEqualTo(0.5);
        assertThat(test.readers()).isEqualTo(0.75);
        assertThat(test.difference().value()).isCloseTo(0.25, EXACT);
        assertThat(test.t()).isCloseTo(0.25 / Math.sqrt(denominator / 2), EXACT);
        assertThat(test.degreesOfFreedom()).isCloseTo(denominator * denominator / (0.125 * 0.125), EXACT);
    }

    @Test
    void confidence_adds_the_area_to_the_figures_of_the_group() {
        PredictionTable table = Golden.predictions();
        ReaderAnswers plain = ReaderAnswers.read(Golden.file("readers.csv"), table);
        ReaderAnswers sure = new ReaderAnswers(
                Level.SUBJECT,
                plain.readers().stream()
                        .map(one -> new Reader(
                                one.name(),
                                "",
                                one.answers().stream()
                                        .map(a -> answer(a.caseId(), a.diagnosis(), OptionalDouble.of(0.7)))
                                        .toList()))
                        .toList());
        assertThat(ReaderStudy.of(table, plain, SETTINGS).tests().mrmc())
                .extracting(GroupComparison::figure)
                .containsExactly("accuracy", "accuracy", "balanced_accuracy", "balanced_accuracy");
        ReaderStudy study = ReaderStudy.of(table, sure, SETTINGS);
        GroupComparison area = study.tests().mrmc().get(4);
        assertThat(area.figure()).isEqualTo("auc_ovr_macro");
        double mean = study.readers().values().stream()
                .mapToDouble(reader -> reader.get(Metric.AUC_OVR_MACRO).value())
                .average()
                .orElseThrow();
        assertThat(area.readers()).isCloseTo(mean, EXACT);
        assertThat(area.value())
                .isCloseTo(Golden.values().at("/subject_level/a/auc_ovr_macro").asDouble(), EXACT);
    }

    @Test
    void two_readers_who_always_differ_agree_less_than_by_chance() {
        ReaderAnswers answers = new ReaderAnswers(
                Level.SUBJECT,
                List.of(
                        new Reader("Ada", "", reader("P0 none", "P1 noonan").answers()),
                        new Reader("Bo", "", reader("P0 noonan", "P1 none").answers())));
        JsonNode agreement = json(table(1, 1), answers).path("agreement");
        assertThat(agreement.at("/fleiss_kappa/value").asDouble()).isEqualTo(-1);
        assertThat(agreement.at("/cohen_kappa/0/value").asDouble()).isEqualTo(-1);
        JsonNode alone = json(table(1, 1), new ReaderAnswers(Level.SUBJECT, List.of(reader("P0 none"))));
        assertThat(alone.has("agreement")).isFalse();
    }

    private static JsonNode json(PredictionTable table, ReaderAnswers answers) {
        return MetricsFile.FILE.tree(
                MetricsFile.of(Evaluation.of(table, SETTINGS)).withReaders(ReaderStudy.of(table, answers, SETTINGS)));
    }

    private static Prediction photo(Prediction one, int number) {
        return new Prediction(
                "m", 0, one.subject() + "/" + number + ".jpg", one.subject(), one.diagnosis(), one.probabilities());
    }

    /** One model that always says none. */
    private static PredictionTable table(int none, int noonan) {
        return new PredictionTable(
                List.of("none", "noonan"),
                IntStream.range(0, none + noonan)
                        .mapToObj(i -> new Prediction(
                                "m", 0, "P" + i, "P" + i, i < none ? "none" : "noonan", List.of(0.7, 0.3)))
                        .toList());
    }

    private static Reader reader(String... answers) {
        return new Reader(
                "Ada",
                "",
                List.of(answers).stream()
                        .map(text -> text.split(" "))
                        .map(parts -> answer(parts[0], parts[1], OptionalDouble.empty()))
                        .toList());
    }

    private static Answer answer(String id, String diagnosis, OptionalDouble confidence) {
        return new Answer(id, diagnosis, confidence, OptionalDouble.empty());
    }
}
