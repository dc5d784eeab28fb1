package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.DrawnCohort;
import org.facies.cli.command.ExitCode;
import org.facies.file.Yaml;
import org.facies.metric.Metric;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that a study, a validation and an evaluation write: as documented, and refused by name where damaged. */
class RunFileKeysTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void everyKindOfRun() throws IOException {
        DrawnCohort.write(folder, 4, 3);
        DrawnCohort.write(folder.resolve("other"), 2, 99);
        Files.writeString(folder.resolve("study.yaml"), """
                name: home
                cohort: manifest.csv
                folds: {k: 2}
                models:
                  - {name: tuned, candidates: {margin: [0.1, 0.3]}}
                choice: {inner_folds: 2, hold_out: one-fold}
                training: {batch_size: 8, cached_views: 1, epochs: 1}
                """);
        run = folder.resolve("run");
        done(study());
        done(validate(folder.resolve("validated")));
        done(facies(
                "evaluate",
                run.resolve("predictions.csv").toString(),
                "--manifest",
                folder.resolve("manifest.csv").toString(),
                "--out",
                folder.resolve("evaluated").toString()));
    }

    private static void done(CommandLineRun command) {
        assertThat(command.exitCode()).as(command.err()).isZero();
    }

    private static CommandLineRun study() {
        return facies(
                "study",
                "run",
                folder.resolve("study.yaml").toString(),
                "--out",
                run.toString(),
                "--yes",
                "--threads",
                "2");
    }

    /** The subjects of both cohorts have the same ids. */
    private static CommandLineRun validate(Path out) {
        return facies(
                "study",
                "validate",
                run.toString(),
                "--cohort",
                folder.resolve("other/manifest.csv").toString(),
                "--out",
                out.toString(),
                "--threads",
                "2");
    }

    @ParameterizedTest
    @CsvSource({
        "run, metrics.json",
        "run, cohort.json",
        "run, audit.json",
        "run, study.yaml",
        "validated, metrics.json",
        "validated, cohort.json",
        "validated, validation.json",
        "validated, study.yaml",
        "evaluated, metrics.json",
        "evaluated, cohort.json",
        "evaluated, evaluation.json",
    })
    void what_the_commands_write_is_valid_by_the_published_schema(String command, String name) throws IOException {
        String schema = Files.readString(REFERENCE.resolve(name.replaceFirst("\\..*", "") + ".schema.json"));
        Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new ObjectMapper().readTree(schema));

        assertThat(validator.validate(tree(folder.resolve(command).resolve(name))))
                .isEmpty();
    }

    @Test
    void every_column_of_every_table_is_described() throws IOException {
        String reference = Files.readString(REFERENCE.resolve("run-files.md"));
        Set<String> unknown = new TreeSet<>();
        for (String command : List.of("run", "validated", "evaluated")) {
            try (Stream<Path> files = Files.walk(folder.resolve(command))) {
                for (Path csv :
                        files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                    Stream.of(Files.readAllLines(csv).get(0).split(",", -1))
                            .filter(column -> !isDescribed(column, reference))
                            .forEach(column -> unknown.add(csv.getFileName() + ": " + column));
                }
            }
        }
        assertThat(unknown).as("describe it in docs/reference/run-files.md").isEmpty();
    }

    /** Columns of a class or a metric are described by what differs in angle brackets. */
    private static boolean isDescribed(String column, String reference) {
        String general = column.replaceFirst("^(log_)?p_(?!exact|holm).+$", "$1p_<class>");
        for (Metric metric : Metric.values()) {
            general = general.replaceFirst("^" + metric.key() + "(_mean|_sd|_low|_high)?$", "<metric>$1");
        }
        return Pattern.compile("[`,]" + Pattern.quote(general) + "[`,…]")
                .matcher(reference)
                .find();
    }

    @ParameterizedTest
    @CsvSource({
        "run, metrics.json, /models/tuned/subject/accuracy, low",
        "run, cohort.json, /classes/none, subjects",
        "run, audit.json, /leakage, similarity_threshold",
        "run, study.yaml, /models/0/training, epochs",
        "run, study.yaml, /provenance, threads",
        "validated, validation.json, /metrics/macro_f1/external, method",
        "validated, study.yaml, /validation, cohort",
        "evaluated, evaluation.json, /provenance, java",
    })
    void the_report_names_file_and_key(String command, String name, String group, String key) throws IOException {
        Path directory = folder.resolve(command);
        everyDamage(directory.resolve(name), group, key, () -> facies("study", "report", directory.toString()));
    }

    @ParameterizedTest
    @CsvSource({"'', name", "/folds, k", "/models/0, candidates", "/choice, hold_out"})
    void status_and_validation_name_the_study_file_of_the_run_and_the_key(String group, String key) throws IOException {
        Path file = run.resolve("study.yaml");
        everyDamage(file, group, key, () -> facies("study", "status", run.toString()));
        everyDamage(file, group, key, () -> validate(folder.resolve("never")));
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"trials/tuned/fold-0/choice.csv, subjects", "trials/tuned/fold-1/history.csv, epoch"})
    void status_names_the_cell_of_a_table(String name, String column) throws IOException {
        Path file = run.resolve(name);
        List<String> lines = Files.readAllLines(file);
        int place = List.of(lines.get(0).split(",")).indexOf(column);
        String[] cells = lines.get(1).split(",");
        cells[place] = "many";
        List<String> damaged = new ArrayList<>(lines);
        damaged.set(1, String.join(",", cells));

        Files.write(file, damaged);
        CommandLineRun refused = facies("study", "status", run.toString());
        Files.write(file, lines);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err().strip())
                .startsWith(file + " row 2, column " + column + ": \"many\" is not a whole number.")
                .hasLineCount(1);
    }

    /** Removes, renames and retypes a key, and puts the file back. */
    private static void everyDamage(Path file, String group, String key, Supplier<CommandLineRun> command)
            throws IOException {
        String sound = Files.readString(file);
        List<Consumer<ObjectNode>> damages = List.of(
                place -> place.remove(key),
                place -> place.set(key + "_", place.remove(key)),
                place -> place.putArray(key).addArray());
        try {
            for (Consumer<ObjectNode> damage : damages) {
                JsonNode tree = tree(file);
                damage.accept((ObjectNode) tree.at(group));
                Files.writeString(file, text(file, tree));
                refused(command.get(), file, key);
            }
        } finally {
            Files.writeString(file, sound);
        }
    }

    private static void refused(CommandLineRun command, Path file, String key) {
        assertThat(command.exitCode()).as(command.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(command.err().lines())
                .as(command.err())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .startsWith(file + ", key ")
                        .contains(key)
                        .endsWith("."));
    }

    @Test
    void a_run_goes_on_from_damaged_files_and_from_those_of_the_first_format_and_writes_them_again()
            throws IOException {
        List<String> names = List.of("audit.json", "cohort.json", "metrics.json", "study.yaml");
        List<String> before = new ArrayList<>();
        for (String name : names) {
            before.add(Files.readString(run.resolve(name)));
        }
        for (String name : List.of("cohort.json", "metrics.json", "study.yaml")) {
            ObjectNode first = (ObjectNode) tree(run.resolve(name));
            first.remove("format");
            Files.writeString(run.resolve(name), text(run.resolve(name), first));
        }
        Files.writeString(run.resolve("audit.json"), "{\"findings\": [");

        done(study());

        for (int i = 0; i < names.size(); i++) {
            assertThat(run.resolve(names.get(i))).as(names.get(i)).hasContent(before.get(i));
        }
        assertThat(before.get(3)).startsWith("format: 2\n");
        done(facies("study", "report", run.toString()));
    }

    @Test
    void ids_that_both_cohorts_have_are_told_on_the_terminal_and_kept_out_of_notes_and_report() throws IOException {
        Path validated = folder.resolve("validated");
        JsonNode notes = tree(validated.resolve("validation.json")).get("notes");
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).asText())
                .startsWith("6 children have an id that is also in the run.")
                .doesNotContain("none-0");
        try (Stream<Path> files = Files.walk(validated)) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(html|svg)"))
                    .toList()) {
                assertThat(file).content().doesNotContain("none-0", "wide-eyes-1");
            }
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        return mapper(file).readTree(Files.readString(file));
    }

    private static String text(Path file, JsonNode tree) throws IOException {
        return mapper(file).writeValueAsString(tree);
    }

    private static ObjectMapper mapper(Path file) {
        return file.toString().endsWith(".yaml") ? Yaml.MAPPER : new ObjectMapper();
    }
}
