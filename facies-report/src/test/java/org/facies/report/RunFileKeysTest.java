package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.input.BadInput;
import org.facies.metric.Metric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the files beside {@code metrics.json} lack is said, and what they say of single subjects is not. */
class RunFileKeysTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path run;

    @BeforeEach
    void writeRun() throws IOException {
        SampleRun.complete(run);
        Files.writeString(run.resolve("audit.json"), """
                {"findings": [{"check": "same person", "level": "FINE", "sentence": "No two subjects look alike."}]}
                """);
        Files.writeString(run.resolve("validation.json"), MAPPER.writeValueAsString(validation()));
    }

    private static ObjectNode validation() {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("model", "cosface-pfm").put("study", "sample").put("declared", "accuracy");
        tree.put("networks", 5).put("internal_subjects", 48).put("external_subjects", 12);
        ObjectNode metrics = tree.putObject("metrics");
        for (Metric metric : Metric.values()) {
            metrics.set(metric.key(), change());
        }
        tree.putObject("recall").set("none", change());
        tree.putArray("each").add(0.5).add(0.7).addNull();
        tree.putArray("notes")
                .add("2 subjects have an id that is also in the run (CHILD-000 (twin), CHILD-001 and 4 more). If"
                        + " they are the same children, these figures flatter: --drop-overlap leaves them out.")
                .add("3 subjects left out because the run has a photo (1) or an id (2) of theirs.");
        return tree;
    }

    private static ObjectNode change() {
        ObjectNode change = MAPPER.createObjectNode();
        for (String part : List.of("internal", "external", "difference")) {
            change.putObject(part)
                    .put("value", 0.5)
                    .put("low", 0.4)
                    .put("high", 0.6)
                    .put("method", "wilson");
        }
        return change;
    }

    @Test
    void a_note_of_shared_subjects_is_shown_without_their_ids() throws Exception {
        String report = Files.readString(new ReportWriter().write(run));
        assertThat(report)
                .doesNotContain("CHILD", "4 more")
                .contains("2 subjects have an id that is also in the run. If they are the same children")
                .contains("has a photo (1) or an id (2) of theirs.");
    }

    @ParameterizedTest
    @CsvSource({
        "cohort.json, '', subjects, subjects",
        "cohort.json, '', refused, refused",
        "cohort.json, /classes/none, photos, classes.none.photos",
        "cohort.json, /subgroups/sex/female, subjects, subgroups.sex.female.subjects",
        "cohort.json, /refused/0, reason, refused[0].reason",
        "audit.json, '', findings, findings",
        "audit.json, /findings/0, level, findings[0].level",
        "validation.json, '', external_subjects, external_subjects",
        "validation.json, '', notes, notes",
        "validation.json, /metrics, macro_f1, metrics.macro_f1",
        "validation.json, /metrics/accuracy/difference, value, metrics.accuracy.difference.value",
    })
    void a_key_that_is_missing_or_of_another_kind_is_named(String name, String block, String key, String path)
            throws Exception {
        Path file = run.resolve(name);
        ObjectNode tree = (ObjectNode) MAPPER.readTree(file.toFile());
        ObjectNode place = (ObjectNode) tree.at(JsonPointer.compile(block));
        place.put(key, true);
        Files.writeString(file, MAPPER.writeValueAsString(tree));
        refused(file + ", key " + path + ": is not a");
        place.remove(key);
        Files.writeString(file, MAPPER.writeValueAsString(tree));
        refused(file + ", key " + path + ": is missing.");
    }

    private void refused(String start) {
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(start);
    }
}
