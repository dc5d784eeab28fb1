package org.facies.cli.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.logging.LogManager;

/**
 * How the process of the command line logs: only warnings of libraries reach the terminal. The platform's own manager
 * drops all handlers as soon as the process is told to end, and with them the lines that say how a run ended; this one
 * keeps them. It is used if the system property {@code java.util.logging.manager} names it before anything is logged
 * and before this class is initialised.
 */
public final class ProcessLogging extends LogManager {
    private static final String CONFIGURATION = "/logging.properties";

    /** For the platform, which makes it by name. */
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
