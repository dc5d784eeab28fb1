package org.facies.cli.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.facies.file.FileRefusal;
import org.facies.run.RunLog;
import org.slf4j.MDC;

/**
 * Appends the lines of a run's log to the {@code facies.log} that {@link RunLog} names. Lines of other code, such as
 * how the command ended, go to the run that was named last; lines before the first run are dropped. Each line is in the
 * file when the call returns, even if the process ends then.
 *
 * <pre>{@code
 * RunLogWriter writer = RunLogWriter.attached(clock);
 * try {
 *     runStudy();
 * } finally {
 *     writer.close();
 * }
 * }</pre>
 */
public final class RunLogWriter extends Handler {
    private static final Logger FACIES = Logger.getLogger("org.facies");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private Optional<Path> file = Optional.empty();

    private RunLogWriter(Clock clock) {
        this.clock = clock;
    }

    /**
     * A writer of everything that is logged from now until it is closed.
     *
     * @param clock clock for the times in the file
     */
    public static RunLogWriter attached(Clock clock) {
        RunLogWriter writer = new RunLogWriter(clock);
        FACIES.setLevel(Level.INFO);
        FACIES.setUseParentHandlers(false);
        FACIES.addHandler(writer);
        return writer;
    }

    /**
     * Appends a line.
     *
     * @throws org.facies.input.BadInput if a line of a run cannot be written. A command that has ended does not fail
     *     because its last line is missing.
     */
    @Override
    public synchronized void publish(LogRecord line) {
        Optional<Path> named = Optional.ofNullable(MDC.get(RunLog.FILE_KEY)).map(Path::of);
        file = named.or(() -> file);
        if (file.isEmpty()) {
            return;
        }
        try {
            append(file.get(), TIME.format(clock.instant()) + level(line) + line.getMessage() + "\n");
        } catch (IOException unwritable) {
            close();
            if (named.isPresent()) {
                throw FileRefusal.writing(file.get(), unwritable);
            }
        }
    }

    /** Starts a new line first if a killed process left half a line. */
    private static void append(Path log, String line) throws IOException {
        String text = endsWithinLine(log) ? "\n" + line : line;
        // An interrupted thread can write to a stream, but not to a channel.
        try (FileOutputStream out = new FileOutputStream(log.toFile(), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean endsWithinLine(Path log) throws IOException {
        if (!Files.exists(log)) {
            return false;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(log.toFile(), "r")) {
            if (bytes.length() == 0) {
                return false;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() != '\n';
        }
    }

    private static String level(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            return " ERROR ";
        }
        return line.getLevel().intValue() >= Level.WARNING.intValue() ? " WARN  " : " INFO  ";
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        FACIES.removeHandler(this);
    }
}
