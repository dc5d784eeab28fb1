package org.facies.serve.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Packs that were made. */
final class PackTable {
    private PackTable() {}

    static void insert(Handle handle, StoredPack pack) {
        handle.createUpdate("INSERT INTO pack (id, reader, content_key, payload_sha256, made, until)"
                        + " VALUES (:id, :reader, :key, :hash, :made, :until)")
                .bind("id", pack.id())
                .bind("reader", pack.reader())
                .bind("key", pack.contentKey())
                .bind("hash", pack.payloadSha256())
                .bind("made", pack.made().toEpochMilli())
                .bind("until", pack.until().toEpochMilli())
                .execute();
        Event.PACKED.note(handle, pack.reader(), pack.made());
    }

    static Optional<StoredPack> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM pack WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new StoredPack(
                        row.getString("id"),
                        row.getLong("reader"),
                        row.getString("content_key"),
                        row.getString("payload_sha256"),
                        Instant.ofEpochMilli(row.getLong("made")),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .findOne();
    }
}
