package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.cli.command.ExitCode;
import org.facies.cli.option.Output;
import org.facies.model.Acknowledgement;
import org.facies.model.ModelZoo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;

/** Places that this user may not read or write: as arguments of every command, and as FACIES_HOME. */
@Tag("slow")
class ForbiddenPlacesTest {
    @TempDir
    private static Path folder;

    private static Optional<List<String>> bound;
    private static SweptLines lines;
    private static Path closed;
    private static Path readOnly;
    private static Path secret;

    private final List<List<String>> asked = new ArrayList<>();

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        lines = SweptLines.on(folder.resolve("ground"));
        bound = SweptProcess.bound(folder);
        secret = permitted(Files.writeString(folder.resolve("secret.csv"), "a,b\n"), "---------");
        readOnly = Files.createDirectories(folder.resolve("read-only"));
        closed = Files.createDirectories(folder.resolve("closed"));
        Files.writeString(closed.resolve("inside.csv"), "a,b\n");
        permitted(readOnly, "r-xr-xr-x");
        permitted(closed, "---------");
    }

    @AfterAll
    static void open() throws IOException {
        permitted(readOnly, "rwxr-xr-x");
        permitted(closed, "rwxr-xr-x");
    }

    private static Path permitted(Path place, String permissions) throws IOException {
        return Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void what_may_not_be_read_or_written_is_refused_at_every_argument() throws Exception {
        SweptLines.commands().forEach((command, spec) -> {
            for (ArgSpec argument : SweptLines.arguments(spec)) {
                if (argument.auxiliaryTypes()[0] == Path.class) {
                    String name = SweptLines.name(argument);
                    List<Path> places = SweptLines.is(argument, Output.class)
                            ? List.of(readOnly, readOnly.resolve("x"), readOnly.resolve("x/y"), closed.resolve("x"))
                            : List.of(secret, closed, closed.resolve("inside.csv"));
                    places.forEach(
                            place -> asked.add(SweptLines.line(command, lines.sound(command), name, place.toString())));
                }
            }
        });

        assertThat(complaints(Map.of(), ExitCode.BAD_INPUT, ExitCode.USAGE)).isEmpty();
    }

    @Test
    void a_model_folder_that_cannot_be_used_is_told_by_every_command_that_needs_it() throws Exception {
        Path file = Files.writeString(folder.resolve("home-file"), "x");
        Path link = Files.createSymbolicLink(folder.resolve("home-link"), folder.resolve("nothing"));
        Path modelsClosed = Files.createDirectories(folder.resolve("home-closed/models"));
        permitted(modelsClosed, "---------");
        Path modelsFile = Files.createDirectories(folder.resolve("home-models"));
        Files.writeString(modelsFile.resolve("models"), "x");
        Map<String, Path> homes = new LinkedHashMap<>();
        homes.put("below a file", file.resolve("x"));
        homes.put("below what is closed", closed.resolve("x"));
        homes.put("with closed models", modelsClosed.getParent());
        homes.put("with a file as models", modelsFile);
        homes.put("a long name", folder.resolve("n".repeat(300)));
        List<String> complaints = new ArrayList<>();
        complaints.addAll(complaintsIn("a file", file, looking()));
        complaints.addAll(complaintsIn("closed", closed, everything()));
        complaints.addAll(complaintsIn("read only", readOnly, needing()));
        complaints.addAll(complaintsIn("below what is read only", readOnly.resolve("x"), List.of(embed())));
        complaints.addAll(complaintsIn("a link to nothing", link, List.of(embed())));
        for (Map.Entry<String, Path> home : homes.entrySet()) {
            List<List<String>> few =
                    Stream.concat(looking().stream(), Stream.of(embed())).toList();
            complaints.addAll(complaintsIn(home.getKey(), home.getValue(), few));
        }
        permitted(modelsClosed, "rwxr-xr-x");
        assertThat(complaints).isEmpty();
    }

    private List<String> complaintsIn(String what, Path home, List<List<String>> commands)
            throws IOException, InterruptedException {
        asked.clear();
        asked.addAll(commands);
        return complaints(environment(home.toString()), ExitCode.BAD_INPUT).stream()
                .map(complaint -> what + ": " + complaint)
                .toList();
    }

    private static List<List<String>> everything() {
        return Stream.of(looking(), needing(), List.of(List.of("doctor")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<List<String>> looking() {
        return List.of(
                List.of("model", "list"),
                List.of("model", "list", "--json"),
                List.of("model", "info", "dlib-resnet"),
                List.of("model", "pull", "dlib-resnet"));
    }

    private static List<String> embed() {
        return SweptLines.line("embed", lines.sound("embed"), "--threads", "1");
    }

    @Test
    void models_of_another_user_can_be_listed_and_looked_at() throws Exception {
        asked.addAll(looking());

        assertThat(complaints(environment(homeOfAnother().toString()), 0)).isEmpty();
    }

    @Test
    void crops_that_cannot_be_kept_beside_the_models_of_another_user_are_told_before_the_work() throws Exception {
        needing().stream()
                .filter(line -> !line.get(1).equals("pull") && !line.get(1).equals("synth"))
                .forEach(asked::add);

        assertThat(complaints(environment(homeOfAnother().toString()), ExitCode.BAD_INPUT))
                .isEmpty();
    }

    @Test
    void models_that_could_not_be_installed_are_told_before_they_are_made() throws Exception {
        Path models = permitted(Files.createDirectories(folder.resolve("home-full/models")), "r-xr-xr-x");
        asked.add(List.of("model", "import", lines.at("study.yaml"), "--as", "mine"));
        asked.add(SweptLines.line("model pretrain", lines.stopped("model pretrain"), "--backbone", "iresnet18"));

        List<CommandLineRun> runs = runs(environment(models.getParent().toString()));

        assertThat(runs)
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.err())
                        .isEqualToIgnoringNewLines(
                                models + ": is a folder without write permission. Set FACIES_HOME to a"
                                        + " folder with free space where you may read and write."));
    }

    /** The models of this machine in a folder that cannot be written to. */
    private static Path homeOfAnother() throws IOException {
        Path home = folder.resolve("home-of-another");
        if (Files.exists(home)) {
            return home;
        }
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
        Path models = Files.createDirectories(home.resolve("models"));
        for (String id : List.of("retinaface-mnet25", "landmarks-68", "dlib-resnet")) {
            Files.createSymbolicLink(
                    models.resolve(id), zoo.require(id).file().getParent().toAbsolutePath());
        }
        permitted(models, "r-xr-xr-x");
        permitted(home, "r-xr-xr-x");
        return home;
    }

    /** A line of every command that fetches models or keeps something beside them. */
    private static List<List<String>> needing() {
        return List.of(
                        "cohort align",
                        "cohort audit",
                        "cohort synth",
                        "study run",
                        "study power",
                        "model pull",
                        "model pretrain",
                        "model verify",
                        "model quantise",
                        "embed",
                        "demo")
                .stream()
                .map(command -> SweptLines.line(command, lines.sound(command), "--threads", "1"))
                .toList();
    }

    /** Without npm: nothing is fetched. */
    private static Map<String, String> environment(String home) {
        return Map.of("FACIES_HOME", home, "PATH", folder.toString());
    }

    private List<CommandLineRun> runs(Map<String, String> environment) throws IOException, InterruptedException {
        assumeTrue(
                bound.isPresent(),
                "these tests run as root, and setpriv cannot take root's right to read and write everything");
        return SweptProcess.run(bound.get(), Files.createTempDirectory(folder, "process"), environment, asked);
    }

    /** What is wrong with how the lines ended that were asked for. */
    private List<String> complaints(Map<String, String> environment, Integer... codes)
            throws IOException, InterruptedException {
        List<CommandLineRun> runs = runs(environment);
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            CommandLineRun run = runs.get(i);
            boolean told = run.exitCode() != ExitCode.BAD_INPUT
                    || run.err().lines().anyMatch(line -> line.matches(".+: .+\\. .+[.?]"))
                    || run.out().contains("problem  Model folder");
            if (!List.of(codes).contains(run.exitCode())
                    || !told
                    || run.err().contains("\tat ")
                    || run.err().contains("Exception")) {
                complaints.add(String.join(" ", asked.get(i)) + " ended with " + run.exitCode() + ": " + run.err());
            }
        }
        return complaints;
    }
}
