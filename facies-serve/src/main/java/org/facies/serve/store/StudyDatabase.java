package org.facies.serve.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.facies.file.FileRefusal;
import org.facies.input.BadInput;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file. When {@link #write} returns, the change is on the disk: the write-ahead log is flushed at each
 * commit. One connection writes and one reads, each used by one thread at a time; other processes may also open the
 * file.
 */
final class StudyDatabase implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final OneConnection writer;
    private final OneConnection reader;

    private StudyDatabase(DataSource forWriting, DataSource forReading) {
        this.writer = new OneConnection(forWriting);
        this.reader = new OneConnection(forReading);
    }

    /**
     * Opens the file, creates it if it is missing, and updates its tables.
     *
     * @throws BadInput if it is not such a file
     */
    static StudyDatabase open(Path file) {
        DataSource forWriting = source(file, SQLiteConfig.TransactionMode.IMMEDIATE);
        try {
            Flyway.configure(StudyDatabase.class.getClassLoader())
                    .dataSource(forWriting)
                    .locations("classpath:org/facies/serve/store/db")
                    .load()
                    .migrate();
            return new StudyDatabase(forWriting, source(file, SQLiteConfig.TransactionMode.DEFERRED));
        } catch (FlywayException | JdbiException unusable) {
            BadInput told = new BadInput(
                    file.toString(),
                    "",
                    "cannot be opened as the file of a reader study by this version of Facies",
                    "Check that its disk works and that you may write to it, or restore it from a backup.");
            told.initCause(unusable);
            throw told;
        }
    }

    private static DataSource source(Path file, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** Reads stored data. */
    <T> T read(Function<Handle, T> question) {
        return reader.inTransaction(question);
    }

    /** Changes stored data, all or nothing; returns when the change is on the disk. */
    <T> T write(Function<Handle, T> change) {
        return writer.inTransaction(change);
    }

    /** Writes a consistent copy of the current state to a file, while others continue. */
    void copyTo(Path file) {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(".facies-" + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(target.getParent());
            reader.during(handle -> handle.execute("VACUUM INTO ?", unfinished.toString()));
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refusal) {
            throw FileRefusal.writing(file, refusal);
        } catch (StoreUnavailable refused) {
            throw FileRefusal.writing(file, new IOException("the copy failed", refused));
        } finally {
            deleteIfLeft(unfinished);
        }
    }

    private static void deleteIfLeft(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException stays) {
            throw FileRefusal.writing(unfinished, stays);
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
