package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.facies.align.FaceFinding;
import org.facies.autograd.ComputeDevice;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.StudySettings;
import org.facies.run.Limits;
import org.facies.run.StudyKey;
import org.facies.run.StudyKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definition of the study file says what the reader, the trainer and the reference page say. */
class StudyReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "study-file.md");
    private static final Set<String> PARTS = Set.of(
            "means",
            "more",
            "default",
            "type",
            "of",
            "least",
            "above",
            "most",
            "below",
            "one_of",
            "any_of",
            "example",
            "expert",
            "tunable",
            "active",
            "apart",
            "hidden",
            "spell_out",
            "template",
            "in_template",
            "also",
            "other_defaults",
            "keys");

    @Test
    void the_published_page_is_that_of_the_definition() throws IOException {
        String page = StudyFilePage.write();
        if (Boolean.getBoolean("facies.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it with: mvn -pl facies-study -am test -Dtest=StudyReferenceTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.argLine=-Dfacies.update=true")
                .exists()
                .hasContent(page);
    }

    /** The records that a study file ends up in are written without a look at the definition. */
    @Test
    void every_key_that_the_reader_accepts_is_described_and_no_other() {
        ObjectNode schema = StudySettings.FORMAT.schema("settings");
        Set<String> accepted = new TreeSet<>();
        paths(schema, schema, "", accepted);
        Set<String> described = new TreeSet<>();
        everyKey().forEach(key -> described.add(key.path()));
        StudyKeys.of("training").keys().forEach(key -> describe(key, "models.", described));
        described.addAll(List.of("models.training", "models.candidates"));
        Set<String> ofStudies = Set.of("candidates", "training");
        described.removeIf(path -> ofStudies.contains(path) || path.startsWith("training."));

        assertThat(described).isEqualTo(accepted);
    }

    private static void describe(StudyKey key, String prefix, Set<String> described) {
        described.add(prefix + key.path());
        key.keys().forEach(own -> describe(own, prefix, described));
    }

    private static void paths(JsonNode schema, JsonNode type, String prefix, Set<String> paths) {
        JsonNode settled =
                type.has("$ref") ? schema.at(type.get("$ref").asText().substring(1)) : type;
        JsonNode element = settled.has("items") ? settled.get("items") : settled;
        JsonNode group =
                element.has("$ref") ? schema.at(element.get("$ref").asText().substring(1)) : element;
        group.path("properties").properties().forEach(key -> {
            paths.add(prefix + key.getKey());
            paths(schema, key.getValue(), prefix + key.getKey() + ".", paths);
        });
    }

    @Test
    void every_key_has_sentences_and_no_part_that_means_nothing() {
        everyKey().forEach(key -> assertThat(key.means()).as(key.path()).matches("(?s)[A-Z].*[.]"));
        JsonNode definition = Yaml.resource(StudyKeys.class, "study-file.yaml");
        definition.forEach(StudyReferenceTest::hasKnownParts);
    }

    private static void hasKnownParts(JsonNode key) {
        key.fieldNames().forEachRemaining(part -> assertThat(PARTS).contains(part));
        key.path("keys").forEach(StudyReferenceTest::hasKnownParts);
    }

    static Stream<StudyKey> ranges() {
        return everyKey().stream().filter(key -> !key.limits().isOpen());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void a_number_at_the_end_of_its_range_is_accepted_and_one_outside_is_refused(StudyKey key) {
        Limits limits = key.limits();
        boolean isWhole = key.kind().equals("a whole number");
        for (double end : new double[] {limits.lower(), limits.upper()}) {
            if (Double.isInfinite(end)) {
                continue;
            }
            double step = isWhole ? 1 : 1e-6 * Math.max(1, Math.abs(end));
            double out = end == limits.lower() ? -step : step;
            boolean included = end == limits.lower() ? limits.includesLower() : limits.includesUpper();
            double accepted = included ? end : end - out;
            double refused = included ? end + out : end;
            assertThatCode(() -> read(key, accepted))
                    .as("%s %s", key.path(), accepted)
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> read(key, refused))
                    .as("%s %s", key.path(), refused)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(key.name() + ": ")
                    .hasMessageContaining("is out of range. Write a number " + limits.words());
        }
    }

    /** The study with one value set; the trainer, which has ranges of its own, accepts what the reader does. */
    private static void read(StudyKey key, double value) {
        StudySettings study = with(key, tree -> {
            if (key.kind().equals("a list")) {
                tree.putArray(key.name()).add(value);
            } else if (key.kind().equals("a whole number")) {
                tree.put(key.name(), (long) value);
            } else {
                tree.put(key.name(), value);
            }
        });
        if (key.path().startsWith("training.")
                && study.models().get(0).training().epochs() > 0) {
            TrainerSettings.of(study.models().get(0).training().onThreads(1), new ComputeDevice.Cpu());
        }
    }

    private static StudySettings with(StudyKey key, Consumer<ObjectNode> change) {
        ObjectNode study = Yaml.MAPPER.createObjectNode();
        study.putArray("models").addObject().put("name", "a");
        List<String> path = List.of(key.path().split("\\.", -1));
        ObjectNode group = study;
        for (String name : path.subList(0, path.size() - 1)) {
            group = name.equals("models") ? (ObjectNode) group.get(name).get(0) : group.putObject(name);
        }
        if (key.name().equals("accumulate")) {
            group.put("batch_size", 4096);
        }
        change.accept(group);
        return StudyFile.parse("study.yaml", study);
    }

    static Stream<StudyKey> choices() {
        return everyKey().stream().filter(key -> !key.choices().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("choices")
    void each_word_is_accepted_and_another_is_refused(StudyKey key) {
        for (String word : key.choices().keySet()) {
            StudySettings study = with(key, group -> group.put(key.name(), word));
            if (key.path().startsWith("training.")) {
                assertThat(TrainerSettings.words(study.models().get(0).training()))
                        .containsEntry(key.name(), word);
                assertThat(TrainerSettings.CHOICES.get(key.name()))
                        .containsExactlyInAnyOrderElementsOf(key.choices().keySet());
            }
        }
        assertThatThrownBy(() -> with(key, group -> group.put(key.name(), "other")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not one of the options. Write one of: "
                        + String.join(", ", key.choices().keySet()) + ".");
    }

    @Test
    void the_findings_that_can_leave_out_a_photo_are_listed() {
        assertThat(StudyKeys.of("faces").key("refuse").elements().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(FaceFinding.values())
                        .filter(finding -> finding != FaceFinding.NO_FACE && finding != FaceFinding.NO_SUCH_FACE)
                        .map(finding -> finding.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private static List<StudyKey> everyKey() {
        List<StudyKey> keys = new ArrayList<>();
        StudyKeys.all().forEach(key -> collect(key, keys));
        return keys;
    }

    private static void collect(StudyKey key, List<StudyKey> keys) {
        keys.add(key);
        key.keys().forEach(own -> collect(own, keys));
    }
}
