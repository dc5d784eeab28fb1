package org.facies.cli.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPowerCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_drawn_cohort_gets_its_curve_as_table_json_csv_and_page() throws IOException {
        Path manifest = DrawnCohort.write(folder, 10, 5);
        List<String> rows = Files.readAllLines(manifest);
        rows.set(2, rows.get(2).replaceFirst("(fe)?male$", "other"));
        Files.write(manifest, rows);

        CommandLineRun run = power(manifest, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).at("/warnings/0").asText())
                .startsWith("the cohort: manifest.csv row 3, column sex: \"other\" contradicts");
        JsonNode curve = new ObjectMapper().readTree(run.out()).at("/curves/0");
        assertThat(curve.at("/rare_class").asText()).isEqualTo("wide-mouth");
        assertThat(curve.at("/points")).hasSize(4);
        assertThat(curve.at("/points/3/subjects").asInt()).isEqualTo(30);
        assertThat(curve.at("/whole/scores/recall/wide-mouth/method").asText()).isEqualTo("wilson");
        assertThat(curve.at("/whole/scores/macro_f1/value").asDouble())
                .as("three classes of very different faces")
                .isGreaterThan(.5);
        assertThat(curve.at("/whole/scores/macro_f1").has("low"))
                .as("limits stand next to the value")
                .isTrue();
        assertThat(curve.at("/answer/standing").asText()).isIn("DRAWN", "AT_THE_SMALLEST", "EXTRAPOLATED", "NOT_KNOWN");
        assertThat(curve.at("/answer/sentence").asText()).contains("children of wide-mouth");
        assertThat(CsvTable.read(folder.resolve("out/power.csv")).rows()).hasSizeGreaterThan(25);
        assertThat(Files.readString(folder.resolve("out/power.html")))
                .contains("How many children of wide-mouth?", "Recall of wide-mouth", "<svg")
                .doesNotContain(folder.toString(), "<script", "wide-mouth-0");

        CommandLineRun again = power(manifest);

        assertThat(again.out())
                .contains("children of wide-mouth", "all 10", "not of fine-tuning")
                .contains(curve.at("/answer/sentence").asText());
        assertThat(folder.resolve("out/facies.log"))
                .content()
                .contains(" begun: ", " draws: done in ", " resumed: ")
                .endsWith(" ended: done\n")
                .doesNotContain("wide-mouth", folder.toString());
    }

    @Test
    void a_class_that_is_not_there_and_options_without_sense_are_told() throws IOException {
        Path manifest = DrawnCohort.write(folder, 4, 5);

        CommandLineRun unknown = power(manifest, "--class", "noonan");
        CommandLineRun nonsense = power(manifest, "--recall", "80");

        assertThat(unknown.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unknown.err())
                .endsWith("rare class: \"noonan\" is not a class of the cohort. Write one of none, wide-eyes,"
                        + " wide-mouth."
                        + System.lineSeparator());
        assertThat(nonsense.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nonsense.err())
                .startsWith("--recall: \"80.0\" is outside 0.001 to 0.999. Give a share such as 0.8.");
    }

    @Test
    void several_cohorts_give_a_curve_each_under_the_names_of_their_folders() throws IOException {
        Path manifest = DrawnCohort.write(folder.resolve("weak"), 4, 6);
        Path other = DrawnCohort.write(folder.resolve("strong"), 4, 7);

        CommandLineRun run = power(manifest, "--class", "none", "--cohort", other.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("weak, frozen dlib-resnet", "strong, frozen dlib-resnet");
        assertThat(CsvTable.read(folder.resolve("out/power.csv")).rows().stream()
                        .map(row -> row.get("curve"))
                        .distinct())
                .containsExactly("weak", "strong");
    }

    @Test
    void a_cohort_or_synthetic_ones_but_not_both_nor_neither() {
        String out = folder.resolve("out").toString();

        assertThat(facies("study", "power", "--out", out).err())
                .startsWith("Give either --cohort=MANIFEST or --synthetic");
        assertThat(facies("study", "power", "--out", out, "--synthetic", "--cohort", "m.csv")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(facies("study", "power", "--out", out, "--effect", "2", "--cohort", "m.csv")
                        .err())
                .startsWith("--effect needs --synthetic");
        CommandLineRun strong = facies("study", "power", "--out", out, "--synthetic", "--effect", "11", "--yes");
        assertThat(strong.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(strong.err())
                .endsWith("--effect: \"11.0\" is outside 0 to 10. Give 1 for the effect sizes of the profiles."
                        + System.lineSeparator());
    }

    @Test
    void synthetic_children_are_drawn_and_give_a_curve_under_their_effect_size() throws IOException {
        CommandLineRun run = facies(
                "study",
                "power",
                "--synthetic",
                "--effect",
                "3",
                "--subjects",
                "20",
                "--folds",
                "2",
                "--repeats",
                "2",
                "--sizes",
                "3,5",
                "--out",
                folder.resolve("out").toString(),
                "--yes");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("effect 3, frozen", "synthetic faces, assumed effect sizes");
        assertThat(folder.resolve("out/synthetic/effect-3/manifest.csv")).exists();
        assertThat(Files.readString(folder.resolve("out/power.html"))).contains("synthetic faces", "effect 3");
    }

    private CommandLineRun power(Path manifest, String... more) {
        String[] command = {
            "study",
            "power",
            "--cohort",
            manifest.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--yes",
            "--folds",
            "3",
            "--repeats",
            "3"
        };
        boolean named = java.util.List.of(more).contains("--class");
        String[] sized = named ? new String[] {} : new String[] {"--class", "wide-mouth", "--sizes", "3,5,7,10"};
        return facies(java.util.stream.Stream.of(command, sized, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }
}
