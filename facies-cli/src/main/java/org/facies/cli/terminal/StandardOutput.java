package org.facies.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.facies.cli.command.ExitCode;

/**
 * Detects results that were lost because of a full disk or a closed pipe; Java's print streams do not report that.
 */
public final class StandardOutput {
    /** The message of the C library. A reader that stops reading is no failure. */
    private static final String CLOSED_PIPE = "Broken pipe";

    private StandardOutput() {}

    /** The reason why results were lost; empty if they were not. */
    static Optional<String> loss() {
        return System.out.checkError() ? reason() : Optional.empty();
    }

    /** Writes one more line end to find the reason, since the stream does not state it. */
    @SuppressWarnings("resource") // the descriptor stays open
    private static Optional<String> reason() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return Optional.of("a write failed");
        } catch (IOException refusal) {
            String reason = String.valueOf(refusal.getMessage());
            return reason.contains(CLOSED_PIPE) ? Optional.empty() : Optional.of(reason);
        }
    }

    /** The exit code of a command; that of wrong input if the command succeeded but its results were lost. */
    public static int code(int code, PrintStream err) {
        Optional<String> loss = code == 0 ? loss() : Optional.empty();
        loss.ifPresent(reason -> err.println(
                "standard output: cannot be written (" + reason + "). Send the results to a place with free space."));
        return loss.isPresent() ? ExitCode.BAD_INPUT : code;
    }
}
