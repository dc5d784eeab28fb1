package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.command.ExitCode;
import org.facies.reading.ReadingDesign;
import org.facies.reading.ReadingDesign.Advisor;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.reading.ReadingDesign.ShownClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersInitCommandTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void the_file_is_read_with_its_cohort_and_the_run_is_seen_from_where_it_lies() throws IOException {
        Path manifest = DrawnCohort.write(folder.resolve("photos"), 2, 1);
        Path run = Files.createDirectories(folder.resolve("runs/first"));
        Files.createFile(run.resolve("predictions.csv"));
        Path file = folder.resolve("readers/one.yaml");

        CommandLineRun told = facies(
                "readers",
                "init",
                file.toString(),
                "--cohort",
                HERE.relativize(manifest).toString(),
                "--run",
                HERE.relativize(run).toString());

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out())
                .isEqualToNormalizingNewlines("Wrote " + file + ".\nCheck the file before you continue: the names of"
                        + " the classes that readers see, the readers, and \"arm: sequential\" for readers who see"
                        + " the model's answers.\nNext: facies readers serve " + file + "\n");
        List<String> warnings = new ArrayList<>();
        ReadingDesign design = DesignOnDisk.read(file, warnings::add).design();
        assertThat(warnings).isEmpty();
        assertThat(design.cohort()).isEqualTo("../photos/manifest.csv");
        assertThat(design.classes()).extracting(ShownClass::label).containsExactly("none", "wide-eyes", "wide-mouth");
        assertThat(design.model()).contains(new Advisor("../runs/first", Optional.empty(), Optional.empty(), 90));
        assertThat(design.readers()).extracting(InvitedReader::name).containsExactly("R1", "R2", "R3", "R4", "R5");
    }

    @Test
    void without_a_cohort_the_user_is_told_where_to_name_one() throws IOException {
        Path file = folder.resolve("readers.yaml");
        CommandLineRun run = facies("readers", "init", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("There is no manifest.csv next to it. Write the path of your manifest after \"cohort:\".")
                .contains("Check the file before you continue: the names of the classes that readers see, the"
                        + " readers.\n");
        assertThat(file).content().contains("\ncohort: manifest.csv\n").contains("\n# model: {run: runs/first");
    }

    @Test
    void what_is_wrong_is_told_together_and_nothing_is_written() throws IOException {
        Path file = Files.writeString(folder.resolve("readers.yaml"), "name: mine\n");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandLineRun run = facies(
                "readers",
                "init",
                file.toString(),
                "--cohort",
                folder.resolve("absent.csv").toString(),
                "--run",
                empty.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .containsExactly(
                        file + ": already exists. Choose another name, or remove the existing file.",
                        "--cohort: \"" + folder.resolve("absent.csv")
                                + "\" does not exist. Give the path of the CSV file that lists the photos.",
                        "--run: \"" + empty
                                + "\" is not a finished run: it has no predictions.csv. Give the folder that"
                                + " \"facies study run\" wrote to with --out.");
        assertThat(file).content().isEqualTo("name: mine\n");
    }

    @Test
    void the_group_says_what_a_reader_study_is() {
        CommandLineRun run = facies("readers", "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("blinded", " init ", "facies study report RUN --readers readers.csv");
    }
}
