package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.facies.file.JsonFile;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.reading.Protocol;
import org.facies.reading.SampleReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas in {@code docs/reference}. */
class RunFileSchemaTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    /** Schema by the name of the file. */
    private static final Map<String, ObjectNode> SCHEMAS = schemas();

    @TempDir
    private Path folder;

    @Test
    void the_published_schemas_are_those_of_the_records() throws IOException {
        for (Map.Entry<String, ObjectNode> file : SCHEMAS.entrySet()) {
            Path published = REFERENCE.resolve(file.getKey().replaceFirst("\\..*", "") + ".schema.json");
            String schema = JsonFile.text(file.getValue());
            if (Boolean.getBoolean("facies.update")) {
                Files.createDirectories(REFERENCE);
                Files.writeString(published, schema);
            }
            assertThat(published)
                    .as("write it with: mvn -pl facies-core test -Dtest=RunFileSchemaTest"
                            + " -Dsurefire.argLine=-Dfacies.update=true")
                    .exists()
                    .hasContent(schema);
        }
    }

    @Test
    void the_reference_shows_the_columns_that_are_written() throws IOException {
        Path csv = folder.resolve("predictions.csv");
        Prediction prediction = new Prediction("m", 0, "a.jpg", "P1", "a", List.of(0.5, 0.5));
        new PredictionTable(List.of("a", "b"), List.of(prediction)).write(csv);
        String header = Files.readAllLines(csv).get(0);

        assertThat(header)
                .isEqualTo("model,division,seed,fold,photo,subject,diagnosis,predicted,p_a,p_b,log_p_a,log_p_b");
        assertThat(REFERENCE.resolve("run-files.md"))
                .content()
                .contains("`" + header.replace("p_a,p_b,log_p_a,log_p_b", "p_<class>…,log_p_<class>…") + "`");
    }

    private static Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new TreeMap<>();
        schemas.put("metrics.json", MetricsFile.FILE.schema(title("metrics.json")));
        schemas.put("cohort.json", CohortRecord.FILE.schema(title("cohort.json")));
        schemas.put("audit.json", AuditReport.FILE.schema(title("audit.json")));
        schemas.put("validation.json", PerformanceChange.FILE.schema(title("validation.json")));
        schemas.put("evaluation.json", EvaluationRecord.FILE.schema(title("evaluation.json")));
        schemas.put("study.yaml", StudyRecord.FILE.schema(title("study.yaml")));
        schemas.put(
                "prediction.json",
                PredictionRecord.FORMAT.schema(
                        "A line of what facies predict --json prints, format " + PredictionRecord.VERSION));
        schemas.put(
                "protocol.json",
                Protocol.FORMAT.schema("protocol.json of a reader study of Facies, format " + Protocol.VERSION));
        return schemas;
    }

    private static String title(String name) {
        return name + " of a run of Facies, format " + ResultFile.FORMAT;
    }

    static Stream<Arguments> written() {
        return Stream.of(
                arguments("metrics.json", MetricsFile.FILE.tree(FullMetrics.file())),
                arguments("cohort.json", CohortRecord.FILE.tree(FullRunFiles.cohort())),
                arguments("audit.json", AuditReport.FILE.tree(FullRunFiles.audit())),
                arguments("validation.json", PerformanceChange.FILE.tree(FullRunFiles.validation())),
                arguments("evaluation.json", EvaluationRecord.FILE.tree(FullRunFiles.evaluation())),
                arguments("study.yaml", StudyRecord.FILE.tree(FullRunFiles.study())),
                arguments("prediction.json", PredictionRecord.FORMAT.write(SamplePrediction.record())),
                arguments(
                        "protocol.json",
                        Protocol.FORMAT.write(SampleReading.collected().protocol())));
    }

    @ParameterizedTest
    @MethodSource("written")
    void a_written_file_is_valid_by_an_independent_validator_and_without_a_required_key_it_is_not(
            String name, ObjectNode tree) {
        assertThat(errors(name, tree.toString())).isEmpty();
        for (RequiredKeys.Key key : RequiredKeys.declared(tree, SCHEMAS.get(name))) {
            assertThat(errors(name, key.removed(tree).toString()))
                    .as("%s of %s", key.path(), name)
                    .isNotEmpty();
        }
    }

    @Test
    void a_written_metrics_json_is_valid_by_an_independent_validator() throws IOException {
        Path file = folder.resolve("metrics.json");
        FullMetrics.file().write(file);

        assertThat(errors("metrics.json", Files.readString(file))).isEmpty();
    }

    @Test
    void the_validator_refuses_what_the_reader_refuses() {
        ObjectNode tree = MetricsFile.FILE.tree(FullMetrics.file());
        ((ObjectNode) tree.at("/models/a/subject/accuracy")).remove("value");
        assertThat(errors("metrics.json", tree.toString())).isNotEmpty();

        ObjectNode unknown = MetricsFile.FILE.tree(FullMetrics.file());
        ((ObjectNode) unknown.at("/models/a/screening")).put("specificty", 1);
        assertThat(errors("metrics.json", unknown.toString())).isNotEmpty();

        ObjectNode first = MetricsFile.FILE.tree(FullMetrics.file());
        first.put("format", 1);
        assertThat(errors("metrics.json", first.toString())).isNotEmpty();
    }

    private static List<Error> errors(String name, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMAS.get(name));
        try {
            return schema.validate(new ObjectMapper().readTree(json));
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
