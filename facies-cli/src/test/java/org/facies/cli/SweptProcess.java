package org.facies.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Many command lines in one process of its own, which may have less rights or another environment than the tests. */
final class SweptProcess {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Root may read and write everything; with these two capabilities gone it is bound by permissions like anyone. */
    private static final List<String> BOUND = List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    private SweptProcess() {}

    /** Reads command lines from the first file and writes what became of them to the second. */
    public static void main(String[] files) throws IOException {
        List<CommandLineRun> runs = new ArrayList<>();
        for (String[] line : JSON.readValue(Path.of(files[0]).toFile(), String[][].class)) {
            runs.add(CommandLineRun.facies(line));
        }
        JSON.writeValue(Path.of(files[1]).toFile(), runs);
    }

    /** What comes before a command so that permissions bind it; empty if there is no way to bind this user. */
    static Optional<List<String>> bound(Path scratch) throws IOException, InterruptedException {
        Path secret = Files.createTempFile(scratch, "secret", "");
        secret.toFile().setReadable(false, false);
        if (!Files.isReadable(secret)) {
            return Optional.of(List.of());
        }
        List<String> test = new ArrayList<>(BOUND);
        test.addAll(List.of("sh", "-c", "! test -r '" + secret + "'"));
        try {
            return new ProcessBuilder(test).start().waitFor() == 0 ? Optional.of(BOUND) : Optional.empty();
        } catch (IOException noSetpriv) {
            return Optional.empty();
        }
    }

    /**
     * Runs the lines.
     *
     * @param before what comes before the command of the process
     * @param scratch an empty folder for its files and its temporary ones
     * @param environment what differs in it
     */
    static List<CommandLineRun> run(
            List<String> before, Path scratch, Map<String, String> environment, List<List<String>> lines)
            throws IOException, InterruptedException {
        Path in = scratch.resolve("lines.json");
        Path out = scratch.resolve("runs.json");
        JSON.writeValue(in.toFile(), lines);
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-Djdk.console=java.base",
                "-cp",
                System.getProperty("java.class.path"),
                SweptProcess.class.getName(),
                in.toString(),
                out.toString()));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("process.txt").toFile());
        process.environment().putAll(environment);
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(scratch.resolve("process.txt")));
        }
        return JSON.readValue(out.toFile(), new TypeReference<List<CommandLineRun>>() {});
    }
}
