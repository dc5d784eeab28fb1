package org.facies.cli;

import java.nio.file.Path;
import org.facies.input.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the last line of a run's log: how the command ended. Messages of exceptions are left out, since they name
 * files and people.
 */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    static void done() {
        LOG.info("ended: done");
    }

    static void interrupted() {
        LOG.warn("ended: interrupted");
    }

    static void refused(BadInput bad) {
        LOG.error(
                "ended: {}, problems: {}",
                BadInput.class.getName(),
                bad.problems().size());
    }

    /** @param trace file with the stack trace, in the folder for temporary files */
    static void failed(Throwable thrown, Path trace) {
        LOG.error("ended: {}, the trace is in {}", thrown.getClass().getName(), trace.getFileName());
    }
}
