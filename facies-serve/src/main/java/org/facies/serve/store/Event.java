package org.facies.serve.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What happened, so that a study can be followed afterwards. */
enum Event {
    PREPARED,
    READER_ADDED,
    LINK_MADE,
    ENTERED,
    EXPERIENCE_GIVEN,
    STOPPED,
    RESUMED,
    PACKED,
    CLOSED;

    /** Notes it in the transaction of the change. */
    void note(Handle handle, Long reader, Instant at) {
        handle.createUpdate("INSERT INTO event (at, kind, reader) VALUES (:at, :kind, :reader)")
                .bind("at", at.toEpochMilli())
                .bind("kind", name())
                .bind("reader", reader)
                .execute();
    }
}
