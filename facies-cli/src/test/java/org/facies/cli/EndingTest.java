package org.facies.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.cli.command.ExitCode;
import org.facies.run.RunDirectory;
import org.facies.run.RunLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How a command that failed by a bug leaves the log of its run. */
class EndingTest {

    @TempDir
    private Path folder;

    @Command(name = "broken")
    private record Broken(RunDirectory run) implements Callable<Integer> {
        @Override
        public Integer call() {
            new RunLog(run, Clock.systemUTC()).epoch(1, 2);
            throw new IllegalStateException("canary of subject P017");
        }
    }

    @Test
    void a_bug_is_logged_by_its_type_and_the_file_of_its_trace() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().addSubcommand(new Broken(run));
        line.setErr(new PrintWriter(err, true));
        line.getSubcommands().get("broken").setErr(new PrintWriter(err, true));

        int code = Main.execute(line, "broken");

        assertThat(code).isEqualTo(ExitCode.BUG);
        Matcher trace = Pattern.compile("The details are in (\\S+);").matcher(err.toString());
        assertThat(trace.find()).as(err.toString()).isTrue();
        Path file = Path.of(trace.group(1));
        assertThat(file).content().contains("canary of subject P017", "at org.facies.cli.EndingTest");
        Files.delete(file);
        assertThat(run.log())
                .content()
                .endsWith(" ERROR ended: java.lang.IllegalStateException, the trace is in " + file.getFileName() + "\n")
                .hasLineCount(2)
                .doesNotContain("canary", "P017", file.getParent().toString());
    }
}
