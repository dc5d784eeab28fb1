package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.facies.input.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report never shows a number that {@code metrics.json} does not hold. */
class MetricsKeysTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OTHER = "something_else";

    @TempDir
    private Path run;

    private Path metrics;
    private ObjectNode whole;

    @BeforeEach
    void writeRun() throws IOException {
        SampleRun.minimal(run, List.of("alagille", "none", "noonan"), List.of("only"));
        metrics = run.resolve("metrics.json");
        whole = (ObjectNode) MAPPER.readTree(metrics.toFile());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/intervals",
                "/baseline/subject",
                "/models/only/subject",
                "/models/only/photo/folds",
                "/models/only/subject/per_class/none",
                "/models/only/subject/over_folds/accuracy",
                "/models/only/calibration/after",
                "/models/only/conformal/0",
                "/models/only/abstention",
                "/models/only/screening/points/0",
                "/models/only/naming",
                "/models/only/novelty",
                "/models/only/subgroups/0/groups/0",
                "/tests"
            })
    void every_key_of_a_block_is_asked_for(String block) {
        List<String> optional = List.of("reason", "reasons");
        List<String> later = List.of("auc_ovr_macro_within_folds", "auc_ovr_within_folds");
        JsonPointer pointer = JsonPointer.compile(block);
        if (whole.at(pointer).isArray()) {
            pointer = pointer.append(JsonPointer.compile("/0"));
        }
        JsonPointer place = pointer;
        List<String> keys =
                whole.at(place).propertyStream().map(Map.Entry::getKey).toList();
        assertThat(keys).isNotEmpty();
        for (String key : keys) {
            if (!optional.contains(key)) {
                if (!later.contains(key)) {
                    refused(place, key, ObjectNode::remove);
                    refused(place, key, (node, name) -> node.set(OTHER, node.remove(name)));
                }
                refused(place, key, (node, name) -> node.put(name, true));
            }
        }
    }

    @Test
    void a_key_of_no_meaning_is_refused() throws IOException {
        ((ObjectNode) whole.at("/models/only/subject")).put(OTHER, 1);
        Files.writeString(metrics, MAPPER.writeValueAsString(whole));
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(metrics.toString())
                .hasMessageContaining(OTHER);
    }

    private void refused(JsonPointer block, String key, BiConsumer<ObjectNode, String> damage) {
        ObjectNode damaged = whole.deepCopy();
        damage.accept((ObjectNode) damaged.at(block), key);
        try {
            Files.writeString(metrics, MAPPER.writeValueAsString(damaged));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .as("%s of %s", key, block)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(metrics.toString())
                .hasMessageContaining(key);
    }
}
