package org.facies.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facies.cli.CommandLineRun.facies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.DrawnCohort;
import org.facies.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextStepTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "photos/manifest.csv | photos/manifest.csv",
                "my photos/manifest.csv | 'my photos/manifest.csv'",
                "Zoë’s/manifest.csv | 'Zoë’s/manifest.csv'",
                "a'b.csv | 'a'\\''b.csv'",
                "-x.csv | ./-x.csv",
                "@list.csv | ./@list.csv",
                "~x.csv | './~x.csv'",
                "$HOME.csv | '$HOME.csv'"
            })
    void a_path_is_quoted_only_where_a_shell_needs_it(String path, String quoted) {
        assertThat(NextStep.line("cohort check", Path.of(path))).isEqualTo("Next: facies cohort check " + quoted);
    }

    @Test
    void a_line_break_in_a_path_stays_on_the_line() {
        assertThat(NextStep.line("cohort check", Path.of("a\nb'c\\.csv")))
                .isEqualTo("Next: facies cohort check $'a\\012b\\'c\\\\.csv'");
    }

    /** Differential: the shell itself reads the line back. Seeds 0 to 39. */
    @Test
    void a_shell_reads_any_path_back_as_it_was() throws Exception {
        String letters = "ab .,-@~'\"\\$`!*?[]{}()<>|&;#=\n\té漢";
        List<Path> paths = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            StringBuilder name = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, letters.length()).forEach(i -> name.append(letters.charAt(i)));
            paths.add(Path.of(name.toString()));
        }
        String line = NextStep.command(paths.toArray()).substring("facies".length());
        assertThat(line).doesNotContain("\n");
        Path script = Files.writeString(folder.resolve("script"), "printf '%s\\0' " + line);

        Process bash = new ProcessBuilder("bash", "+B", script.toString()).start();
        String[] read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0");

        assertThat(bash.waitFor()).isZero();
        assertThat(read).hasSize(paths.size());
        for (int seed = 0; seed < read.length; seed++) {
            assertThat(Path.of(read[seed]).normalize())
                    .as("seed " + seed)
                    .isEqualTo(paths.get(seed).normalize());
        }
    }

    @Test
    void a_name_that_is_taken_is_not_proposed() throws IOException {
        Path study = folder.resolve("study.yaml");
        assertThat(NextStep.free(study.toString())).isEqualTo(study);
        Files.createFile(study);
        Files.createFile(folder.resolve("study-2.yaml"));
        assertThat(NextStep.free(study.toString())).isEqualTo(folder.resolve("study-3.yaml"));
        Files.createDirectory(folder.resolve("audit"));
        assertThat(NextStep.free(folder.resolve("audit").toString())).isEqualTo(folder.resolve("audit-2"));
    }

    @Test
    void a_newcomer_is_led_from_the_manifest_to_the_run() throws Exception {
        Path manifest = DrawnCohort.write(folder.resolve("my children's photos"), 5, 3);

        String check = facies("cohort", "check", manifest.toString()).out();
        String align = pasted(check, "cohort align");
        String audit = pasted(align, "cohort audit");
        String init = pasted(audit, "study init");
        String run = next(init);

        assertThat(run).startsWith("Next: facies study run ").contains(" --out ");
        assertThat(facies("cohort", "check", manifest.toString(), "--json").out())
                .doesNotContain("Next:");
        Path study = folder.resolve("study.yaml");
        assertThat(study).content().contains("cohort: \"" + manifest + "\"");
    }

    /** Gives the next command as the shell would, in the test's folder. */
    private String pasted(String output, String command) throws Exception {
        String line = next(output);
        assertThat(line).startsWith("Next: facies " + command + " ");
        List<String> words = shellWords(line.substring("Next: facies ".length()));
        for (int i = 2; i < words.size(); i++) {
            words.set(
                    i,
                    words.get(i).startsWith("--")
                            ? words.get(i)
                            : folder.resolve(words.get(i)).toString());
        }
        if (!command.equals("study init")) {
            words.add("--yes");
        }
        CommandLineRun run = facies(words.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private List<String> shellWords(String command) throws IOException {
        Path script = Files.writeString(folder.resolve("words"), "printf '%s\\0' " + command);
        Process bash = new ProcessBuilder("bash", script.toString()).start();
        String read = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ArrayList<>(List.of(read.split("\0")));
    }

    private static String next(String output) {
        Matcher line = Pattern.compile("^Next: .*$", Pattern.MULTILINE).matcher(output);
        assertThat(line.find()).as(output).isTrue();
        String found = line.group();
        assertThat(line.find()).as("one line only").isFalse();
        return found;
    }
}
