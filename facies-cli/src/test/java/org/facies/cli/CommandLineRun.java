package org.facies.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One command line as a user types it, with what it printed. */
public record CommandLineRun(int exitCode, String out, String err) {

    public static CommandLineRun facies(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exitCode = Main.execute(line, arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
