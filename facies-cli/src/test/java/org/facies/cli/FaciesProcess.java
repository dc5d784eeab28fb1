package org.facies.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.facies.model.Acknowledgement;
import org.facies.model.InstalledModel;
import org.facies.model.ModelZoo;
import org.facies.workspace.FaceNetworks;

/**
 * Facies in a process of its own with a model folder of its own, so that a test may import models; nobody sits at its
 * terminal.
 *
 * @param home its FACIES_HOME
 */
public record FaciesProcess(Path home) {

    /**
     * The networks that find faces, copied from this machine's folder, where they are fetched once; terms agreed to.
     */
    public static FaciesProcess withFaceNetworks(Path home) throws IOException {
        FaciesProcess facies = withFaceNetworksOnly(home);
        FaceNetworks.of(ModelZoo.in(home, Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {}));
        return facies;
    }

    /** As {@link #withFaceNetworks}, without any record that somebody agreed to their terms. */
    public static FaciesProcess withFaceNetworksOnly(Path home) throws IOException {
        ModelZoo zoo = ModelZoo.in(ModelZoo.defaultHome(), Acknowledgement.GIVEN, Clock.systemUTC(), sentence -> {});
        for (InstalledModel model : FaceNetworks.of(zoo)) {
            Folders.copy(
                    model.file().getParent(),
                    home.resolve("models").resolve(model.card().id()));
        }
        return new FaciesProcess(home);
    }

    public CommandLineRun run(String... arguments) throws IOException, InterruptedException {
        return run(System.getenv("PATH"), arguments);
    }

    /** Where npm is not on the path. */
    public CommandLineRun withoutNpm(String... arguments) throws IOException, InterruptedException {
        return run(home.toString(), arguments);
    }

    /** As {@link #withoutNpm(String...)}, with another folder for temporary files. */
    public CommandLineRun withoutNpm(Path temporary, String... arguments) throws IOException, InterruptedException {
        return run(home.toString(), List.of("-Djava.io.tmpdir=" + temporary), arguments);
    }

    private CommandLineRun run(String path, String... arguments) throws IOException, InterruptedException {
        return run(path, List.of(), arguments);
    }

    private CommandLineRun run(String path, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx1500m"));
        command.addAll(options);
        command.addAll(
                List.of("-Djdk.console=java.base", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("FACIES_HOME", home.toString());
        builder.environment().put("PATH", path);
        int exitCode = builder.start().waitFor();
        return new CommandLineRun(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
