package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.facies.DrawnCohort;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own that is told to end, as by Ctrl-C. */
@Tag("slow")
class InterruptedCommandTest {

    private static final int ENDED_BY_SIGTERM = 143;
    private static final String LONG = """
        name: drawn
        cohort: manifest.csv
        folds: {k: 2}
        models:
          - {name: fresh, loss: cosface, pretrained: false, training: {epochs: 1000, batch_size: 8}}
        """;

    @TempDir
    private Path folder;

    @Test
    void an_interrupted_training_ends_between_two_steps_and_keeps_its_checkpoint() throws Exception {
        DrawnCohort.write(folder, 4, 2);
        Path study = Files.writeString(folder.resolve("study.yaml"), LONG);
        Path trial = folder.resolve("run/trials/fresh/fold-0");
        Path err = folder.resolve("err.txt");
        Process command = start(study, err);
        await(trial.resolve("checkpoint.safetensors"), command);

        command.destroy();

        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(command.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(Files.readString(err))
                .contains("Stopped before the end. Run the same command again; it uses what is already done.")
                .doesNotContain("bug", "SIGSEGV");
        assertThat(trial.resolve("predictions.csv")).doesNotExist();
        assertThat(folder.resolve("run/facies.log"))
                .content()
                .contains(" training 1/2 (model 1, fold 0): begun\n")
                .endsWith(" WARN  ended: interrupted\n");
    }

    @Test
    void a_file_that_an_interruption_keeps_from_being_written_is_not_called_unwritable() throws Exception {
        DrawnCohort.write(folder, 4, 2);
        Path study = folder.resolve("new.yaml");
        Thread.currentThread().interrupt();
        CommandLineRun run = CommandLineRun.facies(
                "study",
                "init",
                study.toString(),
                "--cohort",
                folder.resolve("manifest.csv").toString());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.err()).contains("Stopped before the end.").doesNotContain("written");
        assertThat(study).doesNotExist();
    }

    private Process start(Path study, Path err) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "study",
                        "run",
                        study.toString(),
                        "--out",
                        folder.resolve("run").toString(),
                        "--yes",
                        "--threads",
                        "1")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    private static void await(Path file, Process command) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (!Files.exists(file) && command.isAlive() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(file).exists();
    }
}
