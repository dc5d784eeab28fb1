package org.facies.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.facies.cli.Main;
import org.facies.cli.command.ExitCode;
import org.junit.jupiter.api.Test;

/** The command line in a process of its own whose standard output takes nothing. */
class StandardOutputTest {
    private static final File FULL = new File("/dev/full");

    @Test
    void results_that_a_full_disk_loses_are_told() throws Exception {
        assumeTrue(FULL.exists(), "this system has no /dev/full");
        Process list = facies().redirectOutput(FULL).start();

        assertThat(errors(list))
                .isEqualToIgnoringNewLines("standard output: cannot be written (No space left on device). Send the"
                        + " results to a place with free space.");
        assertThat(list.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void who_stops_reading_has_seen_enough() throws Exception {
        Process list = facies().start();
        list.getInputStream().close();

        assertThat(errors(list)).isEmpty();
        assertThat(list.waitFor()).isZero();
    }

    private static ProcessBuilder facies() {
        return new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "model",
                "list",
                "--json");
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
