package org.facies.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.PredictionTable;
import org.facies.result.MetricsFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A reader study with a model, repeats, positions and cases that readers cannot name, against NumPy, SciPy,
 * scikit-learn and statsmodels: {@code bench/readers/oracle.py golden FOLDER} writes {@code golden/reading}.
 */
class ReadingGoldenTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final EvaluationSettings FEW = new EvaluationSettings(50, 5);

    private static JsonNode golden;
    private static JsonNode found;

    @BeforeAll
    static void evaluate() throws IOException {
        golden = new ObjectMapper().readTree(file("golden.json").toFile());
        PredictionTable table = PredictionTable.readImported(file("predictions.csv"));
        ReaderAnswers answers = ReaderAnswers.read(file("readers.csv"), table);
        ReaderStudy study =
                ReaderStudy.of(table, answers, Optional.of(AdvisingModel.of(table, "m", Level.SUBJECT)), FEW, 2);
        found = MetricsFile.FILE.tree(MetricsFile.of(Evaluation.of(table, FEW)).withReaders(study));
    }

    @Test
    void a_case_that_a_reader_cannot_name_is_incorrect_and_of_no_class() {
        assertThat(golden.at("/readers")).hasSize(4);
        for (Map.Entry<String, JsonNode> reader : golden.at("/readers").properties()) {
            JsonNode own = found.at("/readers/" + reader.getKey());
            for (String figure : List.of(
                    "accuracy",
                    "balanced_accuracy",
                    "macro_precision",
                    "macro_f1",
                    "cohen_kappa",
                    "mcc",
                    "auc_ovr_macro")) {
                same(own.at("/" + figure + "/value"), reader.getValue().path(figure), figure);
            }
            same(own.at("/cannot_say/n"), reader.getValue().path("cannot_say"), "n");
            same(
                    own.at("/cannot_say/accuracy_of_answered/value"),
                    reader.getValue().path("accuracy_of_answered"),
                    "of answered");
        }
    }

    @Test
    void readers_with_a_model_are_compared_as_two_modalities() {
        JsonNode tests = found.at("/readers_aided/tests");
        assertThat(tests).hasSize(3);
        same(found.at("/readers_aided/n"), golden.at("/aided/n"), "cases");
        for (JsonNode test : tests) {
            String figure = test.path("figure").asText();
            JsonNode expected = golden.at("/aided/tests/" + figure);
            same(test.at("/difference/value"), expected.path("difference"), figure);
            same(test.at("/difference/low"), expected.path("low"), figure);
            same(test.at("/difference/high"), expected.path("high"), figure);
            same(test.path("f"), expected.path("f"), figure);
            same(test.path("p"), expected.path("p"), figure);
            assertThat(test.path("degrees_of_freedom").asDouble())
                    .isCloseTo(expected.path("df").asDouble(), within(1e-6));
        }
    }

    @Test
    void each_reader_with_the_model_has_a_difference_and_what_became_of_the_answers() {
        assertThat(golden.at("/aided/per_reader")).hasSize(3);
        for (Map.Entry<String, JsonNode> reader : golden.at("/aided/per_reader").properties()) {
            JsonNode own = found.at("/readers_aided/per_reader/" + reader.getKey());
            JsonNode expected = reader.getValue();
            for (String figure : List.of("accuracy", "balanced_accuracy", "auc_ovr_macro")) {
                same(
                        own.at("/" + figure + "/difference/value"),
                        expected.path(figure).get(0),
                        figure);
                same(
                        own.at("/" + figure + "/difference/low"),
                        expected.path(figure).get(1),
                        figure);
                same(
                        own.at("/" + figure + "/difference/high"),
                        expected.path(figure).get(2),
                        figure);
            }
            same(own.path("p_exact"), expected.path("p_exact"), "p");
            List<String> changes = List.of("kept", "to_correct", "to_incorrect", "other_incorrect");
            for (int i = 0; i < changes.size(); i++) {
                same(
                        own.at("/changes/" + changes.get(i)),
                        expected.path("changes").get(i),
                        changes.get(i));
            }
            for (String kind : List.of("incorrect", "correct")) {
                JsonNode following = own.at("/following/" + kind);
                same(following.path("n"), expected.path("following_" + kind).get(0), kind);
                same(
                        following.path("followed"),
                        expected.path("following_" + kind).get(1),
                        kind);
            }
        }
    }

    @Test
    void repeats_measure_how_far_a_reader_agrees_with_themselves() {
        assertThat(golden.at("/repeats")).hasSize(4);
        for (Map.Entry<String, JsonNode> reader : golden.at("/repeats").properties()) {
            JsonNode own = found.at("/readers_repeated/per_reader/" + reader.getKey());
            for (String count : List.of("shown", "n", "same")) {
                same(own.path(count), reader.getValue().path(count), count);
            }
            same(own.at("/cohen_kappa/value"), reader.getValue().path("kappa"), "kappa");
            if (own.path("same").asInt() == own.path("n").asInt()) {
                assertThat(own.at("/cohen_kappa/reason").asText()).startsWith("there is no disagreement");
            } else {
                same(own.at("/cohen_kappa/low"), reader.getValue().path("low"), "low");
                same(own.at("/cohen_kappa/high"), reader.getValue().path("high"), "high");
            }
        }
    }

    @Test
    void accuracy_and_time_are_followed_over_the_order_of_cases() {
        JsonNode own = found.at("/readers_by_position");
        assertThat(own.path("division").asText()).isEqualTo("block");
        List<String> ends = List.of("value", "low", "high");
        for (int i = 0; i < ends.size(); i++) {
            same(own.at("/accuracy_per_ten/" + ends.get(i)), golden.at("/positions/accuracy/" + i), "accuracy");
            same(own.at("/seconds_per_ten/" + ends.get(i)), golden.at("/positions/seconds/" + i), "seconds");
        }
        assertThat(own.path("parts")).hasSameSizeAs(golden.at("/positions/parts"));
        for (int part = 0; part < own.path("parts").size(); part++) {
            List<String> keys = List.of("part", "n", "accuracy", "median_seconds");
            for (int i = 0; i < keys.size(); i++) {
                same(
                        own.at("/parts/" + part + "/" + keys.get(i)),
                        golden.at("/positions/parts/" + part + "/" + i),
                        keys.get(i));
            }
        }
    }

    @Test
    void the_primary_analysis_is_that_of_the_first_unaided_answers_alone() throws IOException {
        PredictionTable table = PredictionTable.readImported(file("predictions.csv"));
        ReaderAnswers all = ReaderAnswers.read(file("readers.csv"), table);
        ReaderAnswers plain = new ReaderAnswers(
                all.level(),
                all.readers().stream()
                        .map(reader -> new Reader(reader.name(), reader.experience(), reader.answers()))
                        .toList());
        ReaderStudy whole = ReaderStudy.of(table, all, FEW);
        ReaderStudy alone = ReaderStudy.of(table, plain, FEW);
        assertThat(whole.readers()).isEqualTo(alone.readers());
        assertThat(whole.tests()).isEqualTo(alone.tests());
        assertThat(whole.agreement()).isEqualTo(alone.agreement());
        assertThat(alone.further().readersAided()).isEmpty();
        assertThat(alone.further().readersRepeated()).isEmpty();
        assertThat(whole.further()
                        .readersAided()
                        .orElseThrow()
                        .perReader()
                        .get("R1")
                        .following())
                .as("the model is not known")
                .isEmpty();
    }

    private static void same(JsonNode own, JsonNode expected, String what) {
        assertThat(own.isNumber() && expected.isNumber())
                .as("%s: %s and %s", what, own, expected)
                .isTrue();
        assertThat(own.asDouble()).as(what).isCloseTo(expected.asDouble(), EXACT);
    }

    private static Path file(String name) {
        try {
            return Path.of(ReadingGoldenTest.class
                    .getResource("/golden/reading/" + name)
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
