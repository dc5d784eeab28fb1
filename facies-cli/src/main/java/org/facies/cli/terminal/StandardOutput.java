package org.facies.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.facies.cli.command.ExitCode;

/**
 * Where results go, which a full disk or the end of a pipe may refuse: Java's print streams keep that to themselves.
 */
public final class StandardOutput {
    /** As the C library puts it; whoever reads has seen enough, which is no failure. */
    private static final String CLOSED_PIPE = "Broken pipe";

    private StandardOutput() {}

    /** Why results were lost, if they were. */
    static Optional<String> loss() {
        return System.out.checkError() ? reason() : Optional.empty();
    }

    /** Learnt from one more line end, since the stream does not say it. */
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

    /** The exit code of a command, unless it did its work and its results were lost. */
    public static int code(int code, PrintStream err) {
        Optional<String> loss = code == 0 ? loss() : Optional.empty();
        loss.ifPresent(reason -> err.println(
                "standard output: cannot be written (" + reason + "). Send the results to a place with free space."));
        return loss.isPresent() ? ExitCode.BAD_INPUT : code;
    }
}
