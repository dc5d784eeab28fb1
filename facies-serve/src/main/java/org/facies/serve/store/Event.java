package org.facies.serve.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Events of a study, recorded so that its course can be reconstructed. */
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

    /** Records the event in the transaction of the change. */
    void note(Handle handle, Long reader, Instant at) {
        handle.createUpdate("INSERT INTO event (at, kind, reader) VALUES (:at, :kind, :reader)")
                .bind("at", at.toEpochMilli())
                .bind("kind", name())
                .bind("reader", reader)
                .execute();
    }
}
