package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.metric.Metric;
import org.facies.reader.ReaderComparisons;
import org.facies.reader.ReaderStudy;
import org.facies.reader.ReadingResults;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFileTest {
    private static final String AGAIN = "Run \"facies study run\" again with the same study file and the same --out: it"
            + " resumes, and writes the file again.";

    private static MetricsFile full;
    private static ObjectNode tree;

    @TempDir
    private Path folder;

    @BeforeAll
    static void evaluated() {
        full = FullMetrics.file();
        tree = MetricsFile.FILE.tree(full);
    }

    @Test
    void what_was_written_reads_back_as_the_same_and_writes_the_same_bytes() {
        Path first = folder.resolve("metrics.json");
        Path second = folder.resolve("again.json");

        full.write(first);
        MetricsFile read = MetricsFile.read(first);
        read.write(second);

        assertThat(read).isEqualTo(full);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void every_optional_part_is_in_the_file_that_the_other_tests_change() {
        ModelResult a = full.models().get("a");
        assertThat(List.of(a.calibration(), a.conformal(), a.abstention(), a.screening(), a.naming()))
                .allMatch(part -> part.isPresent());
        assertThat(List.of(a.novelty(), a.subgroups(), full.readerSample(), full.readers(), full.agreement()))
                .allMatch(part -> part.isPresent());
        assertThat(full.tests().readersMrmc())
                .hasValueSatisfying(tests -> assertThat(tests).isNotEmpty());
        assertThat(full.tests().cochranQ()).isNotEmpty();
        assertThat(full.readers().orElseThrow().values())
                .allSatisfy(reader -> assertThat(reader.correctedToCohort()).isPresent());
    }

    @Test
    void a_file_of_an_earlier_version_reads_without_what_it_lacks_and_without_what_is_gone() {
        ObjectNode earlier = tree.deepCopy();
        earlier.path("models").forEach(model -> {
            ((ObjectNode) model).putObject("label_permutation").put("figure", "balanced_accuracy");
            withoutLaterKeys(model);
        });

        ModelResult a = MetricsFile.FILE
                .read(earlier, folder.resolve("metrics.json"))
                .models()
                .get("a");

        assertThat(a.subject().get(Metric.AUC_OVR_MACRO))
                .isEqualTo(full.models().get("a").subject().get(Metric.AUC_OVR_MACRO));
        assertThat(a.subject().get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS).value()).isNaN();
        assertThat(a.subject().get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS).reason())
                .isEqualTo("the file is of an earlier version of Facies, which did not compute it");
        assertThat(a.subject().folds().get(0).get(Metric.AUC_OVR_MACRO_WITHIN_FOLDS))
                .isNaN();
        assertThat(a.screening().orElseThrow().aucWithinFolds()).isEmpty();
        assertThat(tree.toString()).doesNotContain("label_permutation");
    }

    private static void withoutLaterKeys(JsonNode node) {
        if (node instanceof ObjectNode group) {
            group.remove(List.of("auc_ovr_macro_within_folds", "auc_ovr_within_folds", "auc_within_folds"));
        }
        node.forEach(MetricsFileTest::withoutLaterKeys);
    }

    @Test
    void the_first_key_is_the_format_and_classes_have_names_and_codes() {
        assertThat(tree.fieldNames().next()).isEqualTo("format");
        assertThat(tree.path("format").asInt()).isEqualTo(2);
        assertThat(tree.path("classes").get(0)).hasToString("{\"label\":\"alagille\",\"name\":\"alagille\"}");
        assertThat(tree.path("classes").get(2))
                .hasToString("{\"label\":\"noonan\",\"name\":\"Noonan syndrome\",\"omim\":\"163950\",\"orpha\":\"648\","
                        + "\"mondo\":\"MONDO:0018997\"}");
    }

    @Test
    void every_required_key_that_is_removed_renamed_or_retyped_is_refused_with_file_and_key() {
        List<RequiredKeys.Key> keys = RequiredKeys.of(tree, MetricsFile.FILE.schema("metrics.json"));
        assertThat(keys).hasSizeGreaterThan(400);
        for (RequiredKeys.Key key : keys) {
            refused(key.removed(tree), key.path());
            refused(key.renamed(tree), key.path());
            refused(key.retyped(tree), key.path());
        }
    }

    private void refused(ObjectNode changed, String path) {
        Throwable thrown = catchThrowable(() -> MetricsFile.FILE.read(changed, folder.resolve("metrics.json")));
        String expected = path.equals("format") ? "metrics.json" : "metrics.json, key " + path;
        assertThat(thrown)
                .as(path)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(expected)
                .hasMessageContaining(AGAIN);
    }

    @Test
    void a_file_of_the_first_format_is_refused_with_the_command_that_writes_it_again() {
        ObjectNode first = tree.deepCopy();
        first.remove("format");
        refuses(first, ": was written by an earlier version of Facies (format 1). " + AGAIN);
        refuses(tree.deepCopy().put("format", 1), ": was written by an earlier version of Facies (format 1). " + AGAIN);
    }

    @Test
    void a_file_of_a_later_format_asks_for_an_update() {
        refuses(
                tree.deepCopy().put("format", 3),
                ": was written by a newer version of Facies (format 3). Update Facies.");
    }

    @Test
    void next_to_an_evaluation_or_a_validation_the_remedy_names_that_command() throws IOException {
        ObjectNode first = tree.deepCopy();
        first.remove("format");
        Files.createFile(folder.resolve("validation.json"));
        refuses(first, "Run \"facies study validate\" again with the same cohort and the same --out");
        Files.createFile(folder.resolve("evaluation.json"));
        refuses(first, "Run \"facies evaluate\" again with the same files and the same --out.");
    }

    private void refuses(JsonNode changed, String sentence) {
        assertThatThrownBy(() -> MetricsFile.FILE.read(changed, folder.resolve("metrics.json")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_missing_a_broken_and_an_ambiguous_file_are_refused_with_the_line() throws IOException {
        Path file = folder.resolve("metrics.json");
        assertThatThrownBy(() -> MetricsFile.read(file)).hasMessage(file + ": is missing. " + AGAIN);

        Files.writeString(file, "{\n  \"format\" : 2,\n  \"classes\" : [\n");
        assertThatThrownBy(() -> MetricsFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + " line 4: is not valid JSON (")
                .hasMessageEndingWith(AGAIN);

        Files.writeString(file, "{\n  \"format\" : 2,\n  \"format\" : 2\n}\n");
        assertThatThrownBy(() -> MetricsFile.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file + " line 3: is not valid JSON (Duplicate")
                .hasMessageEndingWith(AGAIN);

        Files.writeString(file, "[1]");
        assertThatThrownBy(() -> MetricsFile.read(file))
                .hasMessage(file + ": is a list, not a group of keys. " + AGAIN);

        Files.writeString(file, "");
        assertThatThrownBy(() -> MetricsFile.read(file)).isInstanceOf(BadInput.class);
    }

    @Test
    void readers_are_replaced_and_all_else_stays() {
        ReaderStudy study = new ReaderStudy(
                full.readerSample().orElseThrow(),
                full.readers().orElseThrow(),
                Optional.empty(),
                new ReaderComparisons(List.of(), List.of(), List.of()),
                ReadingResults.NONE);

        MetricsFile replaced = full.withReaders(study);

        assertThat(full.reading().readersAided()).isPresent();
        assertThat(replaced.reading()).isEqualTo(ReadingResults.NONE);
        assertThat(replaced.agreement()).isEmpty();
        assertThat(replaced.tests().readersMcnemar()).hasValue(List.of());
        assertThat(replaced.models()).isEqualTo(full.models());
        assertThat(replaced.tests().mcnemar()).isEqualTo(full.tests().mcnemar());
    }

    @Test
    void parts_that_speak_of_other_classes_models_or_readers_are_refused() {
        ObjectNode other = tree.deepCopy();
        ((ObjectNode) other.at("/models/a/curves")).set("turner", other.at("/models/a/curves/noonan"));
        ((ArrayNode) other.at("/models/b/subject/confusion")).remove(0);
        ((ObjectNode) other.at("/tests/mcnemar/0")).put("b", "z");
        ((ArrayNode) other.at("/readers_aided/readers")).set(0, TextNode.valueOf("Zoe"));

        assertThatThrownBy(() -> MetricsFile.FILE.read(other, folder.resolve("metrics.json")))
                .hasMessageContaining(
                        "metrics.json, key models.a.curves.turner: is no class, model or reader of this file. ")
                .hasMessageContaining("metrics.json, key models.b.subject.confusion: is not a square of 4 rows. ")
                .hasMessageContaining(
                        "metrics.json, key readers.Zoe: is missing, although readers_aided.readers names the reader. ")
                .hasMessageContaining(
                        "metrics.json, key models.z: is missing, although tests.mcnemar names the model. ");
    }

    @Test
    void undefined_values_are_null_and_read_as_not_a_number() {
        ObjectNode undefined = tree.deepCopy();
        ((ObjectNode) undefined.at("/models/a/subject/ece15")).putNull("value");
        MetricsFile read = MetricsFile.FILE.read(undefined, folder.resolve("metrics.json"));
        assertThat(read.models().get("a").subject().get(Metric.ECE15).value()).isNaN();

        ((ObjectNode) undefined.at("/models/a/subject/ece15")).set("value", TextNode.valueOf("NaN"));
        refuses(undefined, "key models.a.subject.ece15.value: \"NaN\" is not a number. ");
    }

    @Test
    void the_file_has_no_number_that_json_does_not_know() throws IOException {
        Path file = folder.resolve("metrics.json");
        full.write(file);
        String text = Files.readString(file);
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(new ObjectMapper().readTree(text).path("models").size()).isEqualTo(3);
    }
}
