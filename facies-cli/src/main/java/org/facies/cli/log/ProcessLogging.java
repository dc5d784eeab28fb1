package org.facies.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.LogManager;

/**
 * Logging of the command line's process: only warnings of libraries reach the terminal. The platform's own manager
 * drops all handlers as soon as the process is asked to end, so the lines that say how a run ended would be lost; this
 * manager keeps them. It is used if the system property {@code java.util.logging.manager} names it before anything is
 * logged and before this class is initialised.
 */
public final class ProcessLogging extends LogManager {
    private static final String CONFIGURATION = "/logging.properties";

    /** For the platform, which creates it by name. */
    public ProcessLogging() {}

    @Override
    public void readConfiguration() throws IOException {
        try (InputStream in = ProcessLogging.class.getResourceAsStream(CONFIGURATION)) {
            readConfiguration(Objects.requireNonNull(in, CONFIGURATION));
        }
    }

    @Override
    public void reset() {}
}
