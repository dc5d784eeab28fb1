package org.facies.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.facies.file.FileRefusal;

/**
 * The user's npm client, with its configured registry, mirror and proxy.
 *
 * @param command the program, with arguments before npm's own
 * @param patience longest time of a download
 */
public record NpmClient(List<String> command, Duration patience) implements PackageSource {

    public NpmClient {
        command = List.copyOf(command);
    }

    /** The {@code npm} program on the PATH. */
    public static NpmClient onPath(Duration patience) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return new NpmClient(List.of(windows ? "npm.cmd" : "npm"), patience);
    }

    @Override
    public Path fetch(String coordinates, Path folder) throws Unavailable {
        Path log = folder.resolve("npm.log");
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("pack", coordinates, "--ignore-scripts", "--loglevel=error"));
        Process npm = start(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
        try {
            if (!npm.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("npm did not finish within " + patience.toSeconds() + " seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("the download was interrupted");
        } finally {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly();
        }
        if (npm.exitValue() != 0) {
            throw new Unavailable("npm says: " + complaint(log));
        }
        return packageIn(folder);
    }

    private static Process start(ProcessBuilder builder) throws Unavailable {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException missing) {
            throw new Unavailable("npm is not installed, or is not on the PATH");
        }
    }

    private static Path packageIn(Path folder) throws Unavailable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new Unavailable("npm downloaded no package"));
        } catch (IOException failure) {
            throw FileRefusal.reading(folder, failure);
        }
    }

    /** The first line of npm's error message, without the prefix. */
    private static String complaint(Path log) {
        try (Stream<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()) {
            return lines.map(
                            line -> line.replaceFirst("^npm (ERR!|error) ?", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith("npm "))
                    .findFirst()
                    .orElse("nothing");
        } catch (IOException failure) {
            throw FileRefusal.reading(log, failure);
        }
    }
}
