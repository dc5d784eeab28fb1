package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What predictions of several folds, with a file of subjects, get beyond the figures of a single fold. */
class EvaluateTrustCommandTest {
    private static final List<String> CLASSES = List.of("healthy", "noonan", "turner");

    @TempDir
    private Path folder;

    private Path predictions;
    private Path cohort;
    private Path out;

    @BeforeEach
    void oneHundredAndTwentySubjectsInThreeFolds() throws IOException {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("model,fold,photo,subject,diagnosis,p_healthy,p_noonan,p_turner\n");
        StringBuilder subjects = new StringBuilder("subject,sex,camera\n");
        for (int i = 0; i < 120; i++) {
            int answer = random.nextInt(4) == 0 ? random.nextInt(3) : i % 3;
            List<String> cells = new ArrayList<>(List.of("m", "" + i / 3 % 3, "p" + i, "s" + i, CLASSES.get(i % 3)));
            for (int c = 0; c < 3; c++) {
                cells.add(c == answer ? "0.8" : "0.1");
            }
            rows.append(String.join(",", cells)).append('\n');
            subjects.append("s" + i + "," + (i % 2 == 0 ? "f" : "m") + "," + (i < 60 ? "old" : "new") + "\n");
        }
        predictions = Files.writeString(folder.resolve("predictions.csv"), rows);
        cohort = Files.writeString(folder.resolve("subjects.csv"), subjects);
        out = folder.resolve("evaluated");
    }

    @Test
    void folds_and_a_file_of_subjects_give_what_a_study_gives() throws IOException {
        CommandLineRun run = evaluate("--cohort", cohort.toString(), "--unaffected", "healthy");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode model = model();
        assertThat(Stream.of("calibration", "conformal", "abstention", "screening", "naming", "subgroups"))
                .allMatch(model::has);
        assertThat(model.at("/screening/unaffected").asText()).isEqualTo("healthy");
        assertThat(model.at("/subgroups").size()).isEqualTo(1);
        assertThat(model.at("/subgroups/0/column").asText()).isEqualTo("sex");
        assertThat(model.at("/subgroups/0/groups/0/n").asInt()).isEqualTo(60);
        assertThat(model.at("/subgroups/0/tests").findValuesAsText("figure"))
                .contains("accuracy", "sensitivity", "specificity", "overconfidence");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains(
                        "Groups are compared given the diagnosis (accuracy, sensitivity, specificity and"
                                + " overconfidence)",
                        "m by sex",
                        "id=\"screening\"");
        byte[] first = Files.readAllBytes(out.resolve("metrics.json"));
        evaluate("--cohort", cohort.toString(), "--unaffected", "healthy");
        assertThat(Files.readAllBytes(out.resolve("metrics.json"))).isEqualTo(first);
    }

    @Test
    void columns_can_be_named_and_without_an_unaffected_class_nothing_is_screened() throws IOException {
        CommandLineRun run = evaluate("--cohort", cohort.toString(), "--subgroup", "camera", "--subgroup", "sex");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(model().has("screening")).isFalse();
        assertThat(model().at("/subgroups").findValuesAsText("column")).containsExactly("camera", "sex");
    }

    @Test
    void subjects_that_the_file_does_not_know_are_told_in_one_list_and_nothing_is_written() throws IOException {
        Path few = Files.writeString(
                folder.resolve("few.csv"),
                "subject,diagnosis,sex\ns0,noonan,f\n"
                        + Stream.iterate(3, i -> i < 120, i -> i + 1)
                                .map(i -> "s" + i + ",,m\n")
                                .collect(Collectors.joining()));

        CommandLineRun run = evaluate("--cohort", few.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .containsExactly(
                        "predictions, subject s0: \"healthy\" is not the diagnosis noonan in " + few
                                + ". Correct one of the two.",
                        "predictions, subject s1: is not in " + few + ". Use the same name in both, or add a row"
                                + " for the subject.",
                        "predictions, subject s2: is not in " + few + ". Use the same name in both, or add a row"
                                + " for the subject.");
        assertThat(out).doesNotExist();
    }

    @Test
    void what_is_no_column_no_class_or_has_no_file_is_refused() {
        assertThat(evaluate("--cohort", cohort.toString(), "--subgroup", "site")
                        .err()
                        .strip())
                .isEqualTo("--subgroup: \"site\" is not a column of the manifest with values. Use one of these columns:"
                        + " sex, camera.");
        assertThat(evaluate("--subgroup", "site").err().strip())
                .isEqualTo("--subgroup: \"site\" is not a column of any file. Name the file that has the column with"
                        + " --cohort FILE.");
        assertThat(evaluate("--unaffected", "none").err().strip())
                .isEqualTo("--unaffected: \"none\" is not a class of the predictions. Write one of healthy, noonan,"
                        + " turner.");
        assertThat(out).doesNotExist();
    }

    private JsonNode model() throws IOException {
        return new ObjectMapper().readTree(out.resolve("metrics.json").toFile()).at("/models/m");
    }

    private CommandLineRun evaluate(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", predictions.toString(), "--out", out.toString(), "--bootstrap", "1000"));
        arguments.addAll(List.of(more));
        return facies(arguments.toArray(String[]::new));
    }
}
