package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cli.command.ExitCode;
import org.facies.table.CsvFile;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    /** Made by scikit-learn and statsmodels with the recipe beside them. */
    private static final Path GOLDEN = Path.of("..", "facies-core", "src", "test", "resources", "golden");

    private static final Path READERS = GOLDEN.resolve("readers.csv");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void intoAFolderOfItsOwn() {
        out = folder.resolve("evaluated");
    }

    @Test
    void the_golden_files_get_the_evaluation_of_a_study_and_a_report_without_what_only_a_study_has()
            throws IOException {
        CommandLineRun run = evaluate(golden(), "--readers", READERS.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "by child",
                        "always none",
                        "Readers judged all 220 subjects. Accuracy on these:",
                        "a / reader-1")
                .doesNotContain("out of fold", "± SD of the folds")
                .endsWith("Report: " + out.resolve("report.html") + System.lineSeparator());
        JsonNode metrics =
                new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
        JsonNode golden =
                new ObjectMapper().readTree(GOLDEN.resolve("golden.json").toFile());
        assertThat(metrics.at("/models/b/subject/macro_f1/value").asDouble())
                .isCloseTo(golden.at("/subject_level/b/macro_f1").asDouble(), within(1e-9));
        assertThat(metrics.at("/readers/reader-2/balanced_accuracy/value").asDouble())
                .isCloseTo(golden.at("/readers/balanced_accuracy/reader-2").asDouble(), within(1e-9));
        assertThat(metrics.at("/agreement/fleiss_kappa/value").asDouble())
                .isCloseTo(golden.at("/readers/fleiss_kappa").asDouble(), within(1e-9));
        String report = Files.readString(out.resolve("report.html"));
        assertThat(report)
                .contains(
                        "Facies evaluation report",
                        "id=\"readers\"",
                        "id=\"roc-2-t\"",
                        "compared with the group of readers")
                .doesNotContain(
                        "id=\"folds\"",
                        "id=\"training\"",
                        "id=\"cohort\"",
                        "study.yaml",
                        "cross-validation",
                        "The run" + " directory has no");
    }

    @Test
    void the_same_command_gives_the_same_bytes_and_takes_away_readers_that_are_no_longer_given() throws IOException {
        Path csv = golden();
        evaluate(csv, "--readers", READERS.toString());
        byte[] first = Files.readAllBytes(out.resolve("report.html"));
        evaluate(csv, "--readers", READERS.toString());
        assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(first);
        CommandLineRun plain = evaluate(csv, "--json");
        assertThat(plain.exitCode()).isZero();
        assertThat(new ObjectMapper().readTree(plain.out()).has("readers")).isFalse();
        assertThat(out.resolve("readers.csv")).doesNotExist();
    }

    @Test
    void everything_wrong_with_the_readers_is_told_at_once_and_nothing_is_written() throws IOException {
        Path readers = Files.writeString(
                folder.resolve("readers.csv"),
                "reader,subject,answer\nAda,s000,turner\nAda,x1,none\nAda,s001,none\nAda,s001,none\n");
        CommandLineRun run = evaluate(golden(), "--readers", readers.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .isEqualTo(Stream.of(
                                readers + " row 2, column answer: \"turner\" is not a class of the predictions. Write"
                                        + " one of alagille, none, noonan, williams-beuren.",
                                readers
                                        + " row 3, column subject: \"x1\" is not in the predictions. Correct the"
                                        + " name, or remove the row.",
                                readers + " row 5, column subject: \"s001\" was already answered by Ada in row 4. Keep"
                                        + " one of the two rows.")
                        .map(line -> line + System.lineSeparator())
                        .collect(Collectors.joining()));
        assertThat(out).doesNotExist();
    }

    @Test
    void a_manifest_is_counted_and_must_say_the_same() throws IOException {
        Files.writeString(folder.resolve("a.jpg"), "a");
        Files.writeString(folder.resolve("b.jpg"), "b");
        Files.writeString(folder.resolve("c.jpg"), "c");
        Path manifest = Files.writeString(
                folder.resolve("manifest.csv"),
                "photo,subject,diagnosis,sex\na.jpg,P1,none,f\nb.jpg,P2,noonan,m\nc.jpg,P3,none,f\n");
        String header = "model,photo,subject,diagnosis,p_none,p_noonan\n";
        Path good = Files.writeString(
                folder.resolve("good.csv"), header + "m,a.jpg,P1,none,0.6,0.4\nm,b.jpg,P2,noonan,0.2,0.8\n");
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                header + "m,a.jpg,P1,noonan,0.6,0.4\nm,b.jpg,P3,none,0.2,0.8\nm,z.jpg,P9,none,0.2,0.8\n");

        CommandLineRun counted = evaluate(good, "--manifest", manifest.toString());
        assertThat(counted.exitCode()).as(counted.err()).isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("id=\"cohort\"", "has no prediction")
                .doesNotContain("id=\"tests\"", "id=\"novelty\"", "#novelty");

        CommandLineRun refused = evaluate(bad, "--manifest", manifest.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err())
                .isEqualTo(Stream.of(
                                "predictions, photo a.jpg: \"noonan\" is not the diagnosis none of the manifest."
                                        + " Correct one of the two.",
                                "predictions, photo b.jpg: \"P3\" is not the subject P2 of the manifest. Correct"
                                        + " one of the two.",
                                "predictions, photo z.jpg: is not in " + manifest
                                        + ". Name photos as in the manifest, or evaluate without it.")
                        .map(line -> line + System.lineSeparator())
                        .collect(Collectors.joining()));
    }

    @Test
    void warnings_of_the_files_are_told_once_and_kept_as_data() throws IOException {
        for (String photo : List.of("a.jpg", "b.jpg", "c.jpg")) {
            Files.writeString(folder.resolve(photo), photo);
        }
        Path good = Files.writeString(
                folder.resolve("good.csv"),
                "model,photo,subject,diagnosis,p_none,p_noonan\nm,a.jpg,P1,none,0.6,0.4\nm,b.jpg,P2,noonan,0.2,0.8\n");
        Path manifest = Files.writeString(
                folder.resolve("manifest.csv"),
                "photo,subject,diagnosis,age_years\na.jpg,P1,none,7.8\nb.jpg,P2,noonan,8.2\nc.jpg,P3,none,3\n");
        CommandLineRun warned = evaluate(good, "--manifest", manifest.toString(), "--cohort", manifest.toString());
        CommandLineRun data = evaluate(good, "--cohort", manifest.toString(), "--json");
        String notUsed =
                "\"age_years\" is a column that is not used; Facies reads ages from age_months, in months. Name it"
                        + " age_months and multiply the years by 12.";
        assertThat(warned.err().strip()).isEqualTo("warning  " + manifest + " row 1: " + notUsed);
        assertThat(data.err().strip()).isEqualTo("warning  " + manifest + " row 1: " + notUsed);
        assertThat(new ObjectMapper().readTree(data.out()).get("warnings"))
                .extracting(JsonNode::asText)
                .containsExactly("manifest.csv row 1: " + notUsed);
    }

    @Test
    void files_that_others_made_are_not_written_over() throws IOException {
        Path csv = golden();
        out = folder;
        assertThat(evaluate(csv).err())
                .isEqualTo(folder + ": contains the files to evaluate, which would be overwritten. Name another"
                        + " folder." + System.lineSeparator());
        out = Files.createDirectory(folder.resolve("run"));
        Files.writeString(out.resolve("study.yaml"), "name: a\n");
        assertThat(evaluate(csv).err())
                .isEqualTo(out + ": is the run directory of a study. Name another folder, or add readers to that run"
                        + " with: facies study report " + out + " --readers FILE." + System.lineSeparator());
    }

    @Test
    void readers_join_a_finished_run_and_stay_in_its_report() throws IOException {
        evaluate(golden());
        Path run = out;
        CommandLineRun joined = facies("study", "report", run.toString(), "--readers", READERS.toString());
        assertThat(joined.exitCode()).as(joined.err()).isZero();
        assertThat(joined.out()).contains("reader-1", "a / reader-1");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("How do readers and models compare?", " that they judged; on the same ");
        assertThat(Files.readAllLines(run.resolve("tables/table-readers.csv")))
                .anySatisfy(line -> assertThat(line).startsWith("a,model,,,0.").doesNotContain(",,,,"))
                .anySatisfy(
                        line -> assertThat(line).startsWith("reader-1,reader,").doesNotContain(",,,"));
        facies("study", "report", run.toString());
        assertThat(Files.readString(run.resolve("report.html"))).contains("How do readers and models compare?");
        assertThat(run.resolve("readers.csv")).hasSameBinaryContentAs(READERS);
    }

    /** The golden predictions in the layout of predictions.csv, as another tool would write them: without folds. */
    private Path golden() {
        List<String> classes = List.of("alagille", "none", "noonan", "williams-beuren");
        List<String> known = List.of("photo", "subject", "diagnosis");
        List<String> header = new ArrayList<>(List.of("model"));
        header.addAll(known);
        classes.forEach(name -> header.add("p_" + name));
        List<List<String>> rows = new ArrayList<>();
        for (String model : List.of("a", "b")) {
            for (CsvRow row : CsvTable.read(GOLDEN.resolve("predictions.csv")).rows()) {
                List<String> cells = new ArrayList<>(List.of(model));
                known.forEach(column -> cells.add(row.get(column)));
                classes.forEach(name -> cells.add(row.get(model + "_" + name)));
                rows.add(cells);
            }
        }
        Path csv = folder.resolve("predictions.csv");
        CsvFile.write(csv, header, rows);
        return csv;
    }

    private CommandLineRun evaluate(Path csv, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("evaluate", csv.toString(), "--out", out.toString(), "--bootstrap", "1000"));
        arguments.addAll(List.of(more));
        return facies(arguments.toArray(String[]::new));
    }
}
