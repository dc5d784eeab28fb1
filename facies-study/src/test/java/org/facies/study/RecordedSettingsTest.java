package org.facies.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.file.Yaml;
import org.facies.input.BadInput;
import org.facies.result.settings.StudySettings;
import org.facies.run.RecordedSettings;
import org.facies.run.StudyTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a run directory is what is read from it. */
class RecordedSettingsTest {
    private static final String EVERY_PLACE = """
            models:
              - {name: a}
              - {name: b, backbone: iresnet18, pretrained: weights.pth}
            candidates: {margin: [0.1, 0.3], training: {freeze_below: [block3, auto], head_start: [random, whitened]}}
            subgroups: {columns: [sex, age]}
            faces: {refuse: [unsure]}
            """;

    @TempDir
    private Path folder;

    static Stream<String> known() {
        return RandomTexts.KNOWN.stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void a_known_text_comes_back_whatever_it_looks_like(String text) {
        comesBack(everyText(() -> text));
    }

    @Test
    void a_random_text_comes_back_from_every_place_that_can_hold_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            ObjectNode tree = everyText(() -> RandomTexts.next(random));
            ObjectNode keys = tree.putObject("provenance").putObject("models");
            for (int k = random.nextInt(4); k > 0; k--) {
                keys.put(RandomTexts.next(random), RandomTexts.next(random));
            }
            assertThat(Yaml.write(tree)).as("seed %d, case %d", seed, i).satisfies(text -> comesBack(tree));
        }
    }

    /** Written, read as a tree, and taken for the same by a run that goes on. */
    private void comesBack(ObjectNode tree) {
        Path file = folder.resolve("study.yaml");
        try {
            Files.deleteIfExists(file);
            new RecordedSettings(tree).agreeWith(file);
            new RecordedSettings(tree).agreeWith(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        assertThat(StudyTree.settled(Yaml.read(file))).hasToString(tree.toString());
        assertThat(texts(Yaml.read(file))).isEqualTo(texts(tree));
    }

    /** Before the keys have their say: no text is taken for a number. */
    private static List<String> texts(JsonNode tree) {
        List<String> texts = new ArrayList<>();
        walk(tree, (parent, text) -> texts.add(text), parent -> {});
        return texts;
    }

    @Test
    void settings_read_back_to_the_same_settings() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            StudySettings settings = withAnyText(study(EVERY_PLACE), random);
            ObjectNode tree = StudySettings.FORMAT.write(settings);
            Path file = Files.writeString(folder.resolve("recorded.yaml"), Yaml.write(tree));

            StudySettings read = StudyFile.read(file);
            assertThat(StudySettings.FORMAT.write(read))
                    .as("seed %d, case %d", seed, i)
                    .hasToString(StudySettings.FORMAT.write(settings).toString());
            assertThat(read).as("seed %d, case %d", seed, i).isEqualTo(settings);
        }
    }

    /** Any text where any is right. */
    private static StudySettings withAnyText(StudySettings study, Random random) {
        ObjectNode tree = StudySettings.FORMAT.write(study);
        tree.put("name", RandomTexts.next(random)).put("cohort", RandomTexts.next(random));
        tree.withArray("/subgroups/columns")
                .removeAll()
                .add(RandomTexts.next(random))
                .add(RandomTexts.next(random));
        tree.withArray("/faces/refuse").removeAll().add(RandomTexts.next(random));
        tree.withObject("/screening").put("unaffected", RandomTexts.next(random));
        ObjectNode first = (ObjectNode) tree.at("/models/0");
        first.put("name", "007").put("backbone", RandomTexts.next(random));
        first.withObject("/training").put("freeze_below", RandomTexts.next(random));
        int count = 0;
        for (JsonNode candidate : first.withArray("/candidates")) {
            ((ObjectNode) candidate).withObject("/training").put("freeze_below", RandomTexts.next(random) + count);
            count++;
        }
        ((ObjectNode) tree.at("/models/1")).put("name", "1e3").put("pretrained", RandomTexts.next(random));
        return StudySettings.FORMAT.read(tree, "settings", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "530",
                "007",
                "1e3",
                "1.10",
                ".5",
                "0x10",
                "010",
                "1_000",
                "-0",
                "+7",
                "12:30:00",
                "1:30.5",
                ".inf",
                ".nan",
                "2024-01-31"
            })
    void a_run_that_was_recorded_without_quotes_goes_on_and_is_read_as_it_was_meant(String text) throws IOException {
        ObjectNode tree = everyText(() -> text);
        String quoted = Yaml.write(tree);
        String unquoted = quoted.replace("\"" + text + "\"", text);
        Path file = Files.writeString(folder.resolve("study.yaml"), unquoted);
        assertThat(quoted).contains("name: \"" + text + "\"");
        assertThat(unquoted).contains("name: " + text + "\n");

        new RecordedSettings(tree).agreeWith(file);

        assertThat(StudyTree.settled(Yaml.read(file))).hasToString(tree.toString());
        ObjectNode other = tree.deepCopy();
        ((ObjectNode) other.at("/models/0/training")).put("freeze_below", text + "0");
        assertThatThrownBy(() -> new RecordedSettings(other).agreeWith(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("models[0].training.freeze_below was ")
                .hasMessageContaining(", is now " + text + "0)");
    }

    @Test
    void what_changed_is_named_with_both_values() {
        Path file = folder.resolve("run").resolve("settings.yaml");
        Map<String, Object> begun = new LinkedHashMap<>();
        begun.put("text", "530");
        begun.put("number", 2);
        begun.put("seed", 9007199254740993L);
        begun.put("gone", "not set");
        begun.put("kind", "true");
        begun.put("lines", "a");
        begun.put("a.b", Map.of("c", "x"));
        begun.put("list", List.of("1", "2"));
        RecordedSettings.of(begun).agreeWith(file);
        Map<String, Object> now = new LinkedHashMap<>(begun);
        now.put("text", "531");
        now.put("number", 3);
        now.put("seed", 9007199254740992L);
        now.remove("gone");
        now.put("kind", true);
        now.put("lines", "a\nb");
        now.put("a.b", Map.of());
        now.put("a", Map.of("b.c", "x"));
        now.put("list", List.of("1"));
        now.put("new", "not set");

        assertThatThrownBy(() -> RecordedSettings.of(now).agreeWith(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        folder.resolve("run") + ": was begun differently (a.b.c was not set, is now x; a.b.c was x, is"
                                + " now not set; gone was \"not set\", is now not set; kind was \"true\", is now true;"
                                + " lines was a, is now \"a\\nb\"; and 5 more). Use another folder with --out, or"
                                + " undo the changes to resume.");
        now.keySet().removeAll(Set.of("kind", "lines", "a"));
        now.putAll(Map.of("a.b", Map.of("c", "x"), "gone", "not set", "kind", "true", "lines", "a"));
        assertThatThrownBy(() -> RecordedSettings.of(now).agreeWith(file))
                .hasMessageContaining(
                        "(list[1] was 2, is now not set; new was not set, is now \"not set\"; number was 2,"
                                + " is now 3; seed was 9007199254740993, is now 9007199254740992; text was 530, is"
                                + " now 531)");
    }

    @Test
    void models_are_compared_by_name_and_those_added_or_removed_are_named() {
        Path file = folder.resolve("run").resolve("settings.yaml");
        RecordedSettings.of(models("007", "b", "c")).agreeWith(file);

        RecordedSettings.of(models("007", "b", "c")).agreeWith(file);
        assertThatThrownBy(() ->
                        RecordedSettings.of(models("new", "007", "b", "c")).agreeWith(file))
                .hasMessageContaining(": was begun differently (model new was added). Use another");
        assertThatThrownBy(() -> RecordedSettings.of(models("007", "x", "y")).agreeWith(file))
                .hasMessageContaining("(models x, y were added; models b, c were removed)");
        assertThatThrownBy(() -> RecordedSettings.of(models("b", "007", "c")).agreeWith(file))
                .hasMessageContaining("(the order of the models was changed)");
        Map<String, Object> changed = models("007", "c");
        changed.put("models", List.of(Map.of("name", "007", "epochs", 2), Map.of("name", "c", "epochs", 7)));
        assertThatThrownBy(() -> RecordedSettings.of(changed).agreeWith(file))
                .hasMessageContaining("(model b was removed; models[1].epochs was 2, is now 7)");
        Map<String, Object> twice = models("007", "007");
        assertThatThrownBy(() -> RecordedSettings.of(twice).agreeWith(file))
                .hasMessageContaining("models[1].name was b, is now 007");
    }

    private static Map<String, Object> models(String... names) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(
                "models",
                Stream.of(names).map(name -> Map.of("name", name, "epochs", 2)).toList());
        return settings;
    }

    @Test
    void a_number_may_be_written_otherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("settings.yaml"), "a: 0.10\nb: 1e3\nc: 0x10\nd: 1_000\n");

        RecordedSettings.of(Map.of("a", 0.1, "b", 1000, "c", 16, "d", 1000.0)).agreeWith(file);
    }

    @Test
    void words_stand_without_quotes_and_everything_else_in_quotes() {
        String texts =
                Yaml.write(Yaml.MAPPER.valueToTree(List.of("block3", "log-loss", "file a.pth", "7", "no", "a: b")));

        assertThat(texts).isEqualTo("- block3\n- log-loss\n- file a.pth\n- \"7\"\n- \"no\"\n- \"a: b\"\n");
    }

    private ObjectNode everyText(Supplier<String> text) {
        ObjectNode tree = StudySettings.FORMAT.write(study(EVERY_PLACE));
        walk(tree, (parent, was) -> {}, parent -> {
            if (parent instanceof ObjectNode group) {
                group.properties().forEach(key -> {
                    if (key.getValue().isTextual()) {
                        group.put(key.getKey(), text.get());
                    }
                });
            } else if (parent instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i).isTextual()) {
                        list.set(i, TextNode.valueOf(text.get()));
                    }
                }
            }
        });
        return tree;
    }

    private static void walk(JsonNode node, BiConsumer<JsonNode, String> text, Consumer<JsonNode> parent) {
        parent.accept(node);
        for (JsonNode child : node) {
            if (child.isTextual()) {
                text.accept(node, child.textValue());
            } else if (child.isContainerNode()) {
                walk(child, text, parent);
            }
        }
    }

    private StudySettings study(String yaml) {
        try {
            return StudyFile.read(Files.writeString(folder.resolve("written.yaml"), yaml));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void every_place_has_a_text() {
        assertThat(texts(StudySettings.FORMAT.write(study(EVERY_PLACE))).stream()
                        .collect(Collectors.toSet()))
                .contains("study", "weights.pth", "block3", "sex", "unsure", "none", "iresnet18");
    }
}
