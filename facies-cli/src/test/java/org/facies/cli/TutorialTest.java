package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the tutorial chapter does what the chapter says, in the order in which a reader gives them. */
@Tag("slow")
class TutorialTest {
    private static final Path CHAPTER = Path.of("..", "docs", "tutorial", "from-study-to-prediction.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|yaml)\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void all_commands_run() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("facies"), """
                #!/bin/sh
                exec "%s" -Xmx1500m -cp "%s" org.facies.cli.Main "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElseThrow(), System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(bin.resolve("facies"), PosixFilePermissions.fromString("rwx------"));
        List<String> done = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(CHAPTER));
        while (block.find()) {
            if (block.group(1).equals("yaml")) {
                Files.writeString(folder.resolve("study.yaml"), block.group(2));
            } else {
                for (String line : block.group(2).lines().toList()) {
                    run(line, bin);
                    done.add(line);
                }
            }
        }

        assertThat(done).hasSizeGreaterThan(12).anyMatch(line -> line.startsWith("facies predict "));
        assertThat(folder.resolve("answers.html")).content().contains("not a medical device");
        assertThat(Files.readAllLines(folder.resolve("answers.csv"))).hasSize(9);
    }

    private void run(String line, Path bin) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        shell.environment().merge("PATH", bin + File.pathSeparator, (path, first) -> first + path);

        assertThat(shell.start().waitFor())
                .as(line + "\n" + Files.readString(log))
                .isZero();
    }
}
