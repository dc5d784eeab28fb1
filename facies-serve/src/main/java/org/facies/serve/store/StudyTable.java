package org.facies.serve.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.facies.file.JsonFile;
import org.facies.reading.ReadingStudy;
import org.jdbi.v3.core.Handle;

/** The single row of the study: its preparation, the key of picture tokens, and whether it is closed. */
final class StudyTable {
    private static final String REMEDY = "Restore the file from a backup.";

    private StudyTable() {}

    /** The study and its key. */
    record Row(ReadingStudy study, String secret) {}

    static void insert(Handle handle, ReadingStudy study, SecureRandom random, Instant now) {
        handle.createUpdate("INSERT INTO study (one, prepared, secret, created) VALUES (1, :study, :secret, :now)")
                .bind("study", ReadingStudy.FORMAT.write(study).toString())
                .bind("secret", Token.key(random))
                .bind("now", now.toEpochMilli())
                .execute();
        Event.PREPARED.note(handle, null, now);
    }

    /**
     * The row; empty if no study was prepared.
     *
     * @param file for messages
     */
    static Optional<Row> find(Handle handle, String file) {
        return handle.createQuery("SELECT prepared, secret FROM study")
                .map((row, context) -> new Row(parse(row.getString("prepared"), file), row.getString("secret")))
                .findOne();
    }

    private static ReadingStudy parse(String json, String file) {
        return ReadingStudy.FORMAT.read(
                JsonFile.parse(json.getBytes(StandardCharsets.UTF_8), file, REMEDY), file, REMEDY);
    }

    static Optional<Instant> closed(Handle handle) {
        return handle.createQuery("SELECT closed FROM study")
                .map((row, context) -> Columns.moment(row, "closed"))
                .one();
    }

    static void close(Handle handle, Instant now) {
        int changed = handle.createUpdate("UPDATE study SET closed = :now WHERE closed IS NULL")
                .bind("now", now.toEpochMilli())
                .execute();
        if (changed > 0) {
            Event.CLOSED.note(handle, null, now);
        }
    }

    static Optional<String> fileSha256(Handle handle) {
        return handle.createQuery("SELECT file_sha256 FROM study")
                .map((row, context) -> Optional.ofNullable(row.getString("file_sha256")))
                .one();
    }

    static void setFileSha256(Handle handle, String sha256) {
        handle.createUpdate("UPDATE study SET file_sha256 = :hash")
                .bind("hash", sha256)
                .execute();
    }
}
