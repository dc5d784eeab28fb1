package org.facies.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.facies.file.FileRefusal;
import org.facies.file.TemporaryFolder;

/**
 * Runs a short command of another program.
 *
 * @param command the program and its arguments
 */
record CommandProbe(List<String> command) {

    private static final long PATIENCE_SECONDS = 20;

    CommandProbe {
        command = List.copyOf(command);
    }

    static CommandProbe of(String... command) {
        return new CommandProbe(List.of(command));
    }

    static CommandProbe npm() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return of(windows ? "npm.cmd" : "npm", "--version");
    }

    /** The lines that it prints; none if the program is missing, fails or takes too long. */
    List<String> lines() {
        try {
            Path output = Files.createTempFile("facies-doctor-", ".txt");
            try {
                return run(output) ? Files.readAllLines(output, StandardCharsets.UTF_8) : List.of();
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw FileRefusal.writing(TemporaryFolder.place(), failure);
        }
    }

    private boolean run(Path output) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
