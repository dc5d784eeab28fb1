package org.facies.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.facies.cli.Main;
import org.facies.cli.command.ExitCode;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serving from the command line, in a process that is ended as by Ctrl-C and begun again. */
@Tag("slow")
class ReadersServeCommandTest {
    private static final String DESIGN = """
        name: Drawn faces
        cohort: manifest.csv
        pictures: {photos: one, side_px: 256}
        practice: {cases: 1}
        readers:
          - {name: R1, arm: unaided, language: en}
        """;

    @TempDir
    private Path folder;

    @Test
    void a_study_is_prepared_once_served_stopped_served_again_exported_and_copied() throws Exception {
        Path manifest = DrawnCohort.write(folder, 2, 1);
        Path file = Files.writeString(folder.resolve("readers.yaml"), DESIGN);

        try (Serving serving = Serving.of(file)) {
            assertThat(serving.get("/read")).isEqualTo(401);
            assertThat(serving.get(serving.link.getPath())).isEqualTo(200);
            CommandLineRun second = facies("readers", "serve", file.toString(), "--port", "0");
            assertThat(second.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(second.err()).contains("is being worked on by another process");
            assertThat(serving.stop()).contains("Stopped. 0 of ", " 0 of 1 reader has finished.");
            assertThat(Files.readString(folder.resolve("err.txt")))
                    .as("what was said of the requests")
                    .doesNotContain("/i/", "/read", "WARN", "jetty", "Javalin", "Flyway");
        }

        Files.delete(manifest);
        try (Serving serving = Serving.of(file)) {
            assertThat(serving.get(serving.link.getPath()))
                    .as("without the cohort")
                    .isEqualTo(200);
            CommandLineRun exported = take("export", file, "answers");
            assertThat(exported.exitCode()).as(exported.err()).isZero();
            assertThat(exported.out()).contains("Next: facies study report RUN --readers ");
            assertThat(folder.resolve("answers/readers.csv")).exists();
            assertThat(folder.resolve("answers/protocol.json")).content().contains("\"R1\"");
            assertThat(take("backup", file, "copy.db").exitCode()).isZero();
            CommandLineRun again = take("backup", file, "copy.db");
            assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(again.err()).contains("already exists");
            serving.stop();
        }
    }

    @Test
    void readers_are_added_to_a_prepared_study_and_any_other_change_is_refused() throws Exception {
        DrawnCohort.write(folder, 2, 1);
        Path file = Files.writeString(folder.resolve("readers.yaml"), DESIGN);
        try (Serving serving = Serving.of(file)) {
            serving.stop();
        }

        Files.writeString(file, DESIGN.replace("practice: {cases: 1}", "practice: {cases: 2}"));
        CommandLineRun changed = facies("readers", "serve", file.toString(), "--port", "0");
        assertThat(changed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(changed.err()).contains("\"practice.cases\" was changed after the reader study was prepared");

        Files.writeString(file, DESIGN + "  - {name: R2, arm: unaided, language: de}\n");
        try (Serving serving = Serving.of(file)) {
            serving.stop();
        }
        try (ReadingStore store = new StudyFolder(file, Optional.empty()).open()) {
            assertThat(store.readers()).extracting(StudyReader::name).containsExactly("R1", "R2");
        }
    }

    private CommandLineRun take(String command, Path file, String out) {
        return facies(
                "readers",
                command,
                file.toString(),
                "--out",
                folder.resolve(out).toString());
    }

    /** A process that serves. */
    private static final class Serving implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;
        private final URI link;

        private Serving(Process process, Path err) throws IOException {
            this.process = process;
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            while (line != null && !line.startsWith("Your researcher's link")) {
                line = out.readLine();
            }
            assertThat(line)
                    .as("the line of the link, or %s", Files.readString(err))
                    .isNotNull();
            this.link = URI.create(line.substring(line.indexOf("http")));
        }

        static Serving of(Path file) throws IOException {
            Path err = file.resolveSibling("err.txt");
            ProcessBuilder command = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "readers",
                            "serve",
                            file.toString(),
                            "--port",
                            "0",
                            "--yes")
                    .redirectError(err.toFile());
            return new Serving(command.start(), err);
        }

        int get(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(link.resolve(path)).build(), BodyHandlers.ofString());
            return answer.statusCode();
        }

        /** Ends it as Ctrl-C does, and returns what it still printed. */
        String stop() throws IOException, InterruptedException {
            process.toHandle().destroy();
            List<String> rest = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                rest.add(line);
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return String.join("\n", rest);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
