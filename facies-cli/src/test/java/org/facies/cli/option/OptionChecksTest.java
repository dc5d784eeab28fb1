package org.facies.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionChecksTest {
    @TempDir
    private Path folder;

    @Test
    void all_wrong_values_of_a_line_are_told_at_once_before_anything_is_read() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "mine");

        CommandLineRun run = facies(
                "study",
                "power",
                "--cohort",
                folder.resolve("absent.csv").toString(),
                "--folds",
                "0",
                "--recall",
                "NaN",
                "--model",
                "",
                "--threads",
                "-1",
                "--out",
                file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "--folds: \"0\" is outside 2 to 1000. Give 5, the usual number.",
                        "--recall: \"NaN\" is outside 0.001 to 0.999. Give a share such as 0.8.",
                        "--model: is empty. Give a value. A shell variable may be unset.",
                        "--threads: \"-1\" is outside 1 to 512. Leave the option out to use one thread for each"
                                + " core.",
                        "--out: \"" + file + "\" is a file, not a folder. Choose another place for the results.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_path_that_no_file_can_have_is_wrong_usage() {
        CommandLineRun run = facies("study", "status", "a\0b");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("Invalid value for positional parameter at index 0 (RUN): it is not a path"
                        + " (Nul character not allowed). Correct the path;");
    }

    @Test
    void a_folder_behind_an_at_sign_is_wrong_usage() {
        CommandLineRun run = facies("model", "info", "@" + folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("@" + folder + ": is a folder. Name a text file of arguments after the @.");
    }

    @Test
    void help_is_shown_whatever_else_is_wrong() {
        CommandLineRun run = facies("cohort", "check", "m.csv", "--folds", "0", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: facies cohort check");
    }
}
