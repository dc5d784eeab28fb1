package org.facies.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.file.Yaml;
import org.facies.metric.ClassMetric;
import org.facies.metric.Metric;
import org.facies.reading.Protocol;
import org.facies.schema.GroupReference;
import org.facies.schema.KeyReference;
import org.facies.schema.MarkdownReference;
import org.junit.jupiter.api.Test;

/** The pages of {@code docs/reference/files}, and the texts in {@code meanings.properties} that they are made of. */
class RunFileReferenceTest {
    private static final Path PAGES = Path.of("..", "docs", "reference", "files");
    private static final Path MEANINGS = Path.of("src", "main", "resources", "org", "facies");
    private static final Map<Class<?>, String> METRICS = Map.of(
            Metric.class, "../metrics.md#metrics-over-all-classes",
            ClassMetric.class, "../metrics.md#metrics-of-one-class");

    private record RunFile(String name, List<GroupReference> groups, String introduction) {
        String page() {
            return name.replaceFirst("\\..*", "");
        }

        Path example() {
            String ending = name.endsWith(".yaml") ? ".yaml" : ".json";
            return Path.of("src", "test", "resources", "reference", page() + ending);
        }

        String markdown() throws IOException {
            String language = name.endsWith(".yaml") ? "yaml" : "json";
            return "# " + name + "\n\n" + introduction
                    + "\n\nThis page is generated. JSON Schema: [" + page() + ".schema.json](../" + page()
                    + ".schema.json). In a key, `<…>` stands for a name that differs from file to file, and `[]` for"
                    + " a list.\n\n## Excerpt\n\n```" + language + "\n" + Files.readString(example()) + "```\n\n"
                    + new MarkdownReference(groups, METRICS).tables();
        }
    }

    private static final List<RunFile> FILES = List.of(
            new RunFile(
                    "metrics.json",
                    MetricsFile.FILE.reference(),
                    "All results of a run: metrics with intervals, tests, calibration, prediction sets, subgroups and"
                            + " readers. Written by `facies study run`, `facies study validate` and `facies evaluate`."
                            + " Formulas and sources: [metrics](../metrics.md)."),
            new RunFile(
                    "study.yaml",
                    StudyRecord.FILE.reference(),
                    "What a run was asked to do, with every default, and what it was made of. It lies in the run"
                            + " directory and is not the study file that you write; for that one see"
                            + " [study file](../study-file.md)."),
            new RunFile(
                    "cohort.json",
                    CohortRecord.FILE.reference(),
                    "What a run used, and what was left out and why. It names photos and subjects and is for the owner"
                            + " of the cohort."),
            new RunFile(
                    "audit.json",
                    AuditReport.FILE.reference(),
                    "Data leakage and confounding (shortcut learning). Written by `facies study run` and `facies cohort"
                            + " audit`. It names photos and subjects and is for the owner of the cohort."),
            new RunFile(
                    "validation.json",
                    PerformanceChange.FILE.reference(),
                    "The change in performance on an external cohort. Written by `facies study validate`."),
            new RunFile(
                    "evaluation.json",
                    EvaluationRecord.FILE.reference(),
                    "Which predictions of another tool were evaluated, and how. Written by `facies evaluate`, in place"
                            + " of `study.yaml`."),
            new RunFile(
                    "prediction.json",
                    PredictionRecord.FORMAT.reference(),
                    "A line that `facies predict --json` prints for one child. It is no file of a run."),
            new RunFile(
                    "protocol.json",
                    Protocol.FORMAT.reference(),
                    "What was shown to which reader of a reader study, in which order. It names photos and subjects and"
                            + " is for the owner of the cohort."));

    @Test
    void every_key_and_word_of_every_file_is_described() {
        List<String> missing = new ArrayList<>();
        for (RunFile file : FILES) {
            for (GroupReference group : file.groups()) {
                for (KeyReference key : group.keys()) {
                    String place = file.name() + ": " + group.name() + ", key " + key.key();
                    if (!key.meaning().isKnown()) {
                        missing.add(place + " is not described");
                    } else if (!key.isRequired() && key.meaning().undefined().isEmpty()) {
                        missing.add(place + " does not say when it is absent");
                    }
                }
            }
        }
        assertThat(missing)
                .as("describe it in meanings.properties of the package (%s)", MEANINGS)
                .isEmpty();
    }

    @Test
    void a_map_with_names_of_its_own_says_what_they_are() {
        for (RunFile file : FILES) {
            for (GroupReference group : file.groups()) {
                assertThat(group.keys())
                        .as(
                                "begin the meaning in meanings.properties with <class>, <model> or the like: %s",
                                group.name())
                        .noneMatch(key -> key.key().contains("<name>")
                                && key.meaning().names().isEmpty());
            }
        }
    }

    @Test
    void the_published_pages_are_those_of_the_records() throws IOException {
        for (RunFile file : FILES) {
            Path page = PAGES.resolve(file.page() + ".md");
            if (Boolean.getBoolean("facies.update")) {
                Files.createDirectories(PAGES);
                Files.writeString(page, file.markdown());
            }
            assertThat(page)
                    .as("write it with: mvn -pl facies-core test -Dtest='RunFile*Test'"
                            + " -Dsurefire.argLine=-Dfacies.update=true")
                    .exists()
                    .hasContent(file.markdown());
        }
    }

    @Test
    void the_excerpts_hold_only_keys_of_their_file() {
        for (RunFile file : FILES) {
            Map<Class<?>, GroupReference> groups = new LinkedHashMap<>();
            file.groups().forEach(group -> groups.put(group.type(), group));
            requireKnown(Yaml.read(file.example()), file.groups().get(0), groups, file.name());
        }
    }

    private static void requireKnown(
            JsonNode node, GroupReference group, Map<Class<?>, GroupReference> groups, String path) {
        node.properties().forEach(entry -> {
            String at = path + "." + entry.getKey();
            KeyReference key = group.keys().stream()
                    .filter(one -> one.key().replaceFirst("[.\\[].*", "").equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(at + " is no key of the file"));
            int depth = key.key().replaceAll("[^<\\[]", "").length();
            List<JsonNode> below = List.of(entry.getValue());
            for (int level = 0; level < depth; level++) {
                List<JsonNode> next = new ArrayList<>();
                below.forEach(one -> one.forEach(next::add));
                below = next;
            }
            for (JsonNode one : below) {
                key.links().stream()
                        .filter(Class::isRecord)
                        .forEach(type -> requireKnown(one, groups.get(type), groups, at));
            }
        });
    }

    @Test
    void every_description_is_of_something_that_exists() throws IOException {
        try (Stream<Path> all = Files.walk(MEANINGS)) {
            for (Path file :
                    all.filter(path -> path.endsWith("meanings.properties")).toList()) {
                String name = "org.facies."
                        + MEANINGS.relativize(file.getParent()).toString().replace('/', '.');
                assertThat(leftOver(file, name)).as("%s", file).isEmpty();
            }
        }
    }

    private static Set<String> leftOver(Path file, String packageName) throws IOException {
        Properties lines = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            lines.load(text);
        }
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
        assertThat(keys).as("%s says something twice", file).doesNotHaveDuplicates();
        return lines.stringPropertyNames().stream()
                .filter(key -> !exists(packageName, key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean exists(String packageName, String key) {
        if (type(packageName, key).isPresent()) {
            return true;
        }
        int dot = key.lastIndexOf('.');
        return dot > 0
                && type(packageName, key.substring(0, dot))
                        .filter(type -> hasMember(type, key.substring(dot + 1)))
                        .isPresent();
    }

    private static Optional<Class<?>> type(String packageName, String name) {
        try {
            return Optional.of(Class.forName(packageName + "." + name.replace('.', '$')));
        } catch (ClassNotFoundException none) {
            return Optional.empty();
        }
    }

    /** A component, or one of a record that stands inline in it. */
    private static boolean hasMember(Class<?> type, String name) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .anyMatch(constant -> ((Enum<?>) constant).name().equals(name));
        }
        return type.isRecord()
                && Stream.of(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name)
                                || (component.getType().isRecord() && hasMember(component.getType(), name)));
    }
}
