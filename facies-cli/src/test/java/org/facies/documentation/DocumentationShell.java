package org.facies.documentation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.cli.Folders;
import org.facies.cli.Main;
import org.facies.model.ModelZoo;

/**
 * A terminal with the command {@code facies}, in a folder of its own and with a model folder of its own, which holds
 * what this machine has fetched before.
 */
final class DocumentationShell {
    private static final Pattern PROGRESS = Pattern.compile(".* \\[[=█ ]{6,}\\].*");
    private static final int MOST_MINUTES = 30;
    private static final int QUIET_SECONDS = 120;

    private final Path folder;
    private final Path bin;
    private final Path home;

    /** What commands printed, both streams together and without progress bars. */
    record Printed(int exitCode, List<String> lines) {}

    DocumentationShell(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("work"));
        bin = Files.createDirectories(root.resolve("bin"));
        home = Files.createDirectories(root.resolve("home"));
        for (String kept : List.of("models", "synth")) {
            Path here = ModelZoo.defaultHome().resolve(kept);
            if (Files.exists(here)) {
                Folders.copy(here, home.resolve(kept));
            }
        }
        Files.writeString(bin.resolve("facies"), """
                #!/bin/sh
                exec "%s" -Xmx1500m -XX:+UseSerialGC -cp "%s" %s "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElseThrow(),
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        Files.setPosixFilePermissions(bin.resolve("facies"), PosixFilePermissions.fromString("rwx------"));
    }

    Path folder() {
        return folder;
    }

    Printed run(String command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(home, "printed", ".txt");
        Process process = started(command, log);
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroy();
        }
        return new Printed(process.waitFor(), printed(log));
    }

    /** Runs a server until it has printed what it should, or prints nothing more, and then stops it. */
    Printed served(String command, Predicate<List<String>> complete) throws IOException, InterruptedException {
        Path log = Files.createTempFile(home, "printed", ".txt");
        Process process = started("exec " + command, log);
        List<String> printed = List.of();
        int quietSeconds = 0;
        while (process.isAlive() && !complete.test(printed) && quietSeconds < QUIET_SECONDS) {
            Thread.sleep(1000);
            List<String> now = printed(log);
            quietSeconds = now.isEmpty() || !now.equals(printed) ? 0 : quietSeconds + 1;
            printed = now;
        }
        boolean alive = process.isAlive();
        process.destroy();
        process.waitFor();
        return new Printed(alive ? 0 : process.exitValue(), printed);
    }

    private Process started(String command, Path log) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        shell.environment().merge("PATH", bin + File.pathSeparator, (path, first) -> first + path);
        shell.environment().put("FACIES_HOME", home.toString());
        shell.environment().put("TZ", "UTC");
        shell.environment().remove("COLUMNS");
        return shell.start();
    }

    private static List<String> printed(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(String::stripTrailing)
                    .filter(line -> !PROGRESS.matcher(line).matches())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
