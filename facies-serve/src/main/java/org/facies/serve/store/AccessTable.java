package org.facies.serve.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Links and their sessions, by the hashes of their tokens. */
final class AccessTable {
    /** A session that is unused for this long ends; the link starts a new one. */
    static final Duration IDLE = Duration.ofHours(4);
    /** A session ends after this time, even if it is in use. */
    static final Duration LONGEST = Duration.ofHours(24);
    /** The last use of a session is recorded at this interval. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private AccessTable() {}

    /** A session, and the time at which its last use was recorded. */
    record Found(Session session, Instant seen) {
        boolean isStale(Instant now) {
            return seen.plus(NOTED).isBefore(now);
        }
    }

    static void insertLink(Handle handle, OptionalLong reader, Link link, Instant now) {
        handle.createUpdate("INSERT INTO invitation (hash, reader, made, until) VALUES (:hash, :reader, :now, :until)")
                .bind("hash", Token.hash(link.token()))
                .bind("reader", boxed(reader))
                .bind("now", now.toEpochMilli())
                .bind("until", link.until().toEpochMilli())
                .execute();
        Event.LINK_MADE.note(handle, boxed(reader), now);
    }

    static boolean hasLink(Handle handle, OptionalLong reader) {
        return handle.createQuery("SELECT count(*) FROM invitation WHERE reader IS :reader")
                        .bind("reader", boxed(reader))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Ends all links of a reader, or of the researcher, and their sessions. */
    static void revoke(Handle handle, OptionalLong reader, Instant now) {
        handle.createUpdate("UPDATE invitation SET revoked = :now WHERE reader IS :reader AND revoked IS NULL")
                .bind("now", now.toEpochMilli())
                .bind("reader", boxed(reader))
                .execute();
        handle.createUpdate("DELETE FROM session WHERE reader IS :reader")
                .bind("reader", boxed(reader))
                .execute();
    }

    static Optional<Invited> invited(Handle handle, String token, Instant now) {
        return handle.createQuery(
                        "SELECT reader FROM invitation WHERE hash = :hash AND revoked IS NULL" + " AND until > :now")
                .bind("hash", Token.hash(token))
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Invited(reader(row)))
                .findOne();
    }

    static boolean wasInvited(Handle handle, String token) {
        return handle.createQuery("SELECT count(*) FROM invitation WHERE hash = :hash")
                        .bind("hash", Token.hash(token))
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static Optional<Instant> linkUntil(Handle handle, long reader, Instant now) {
        return handle.createQuery("SELECT max(until) AS until FROM invitation WHERE reader = :reader"
                        + " AND revoked IS NULL AND until > :now")
                .bind("reader", reader)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Columns.moment(row, "until"))
                .one();
    }

    static void insertSession(Handle handle, String id, Invited whose, String csrf, Instant now) {
        handle.createUpdate("DELETE FROM session WHERE seen <= :idle OR made <= :old")
                .bind("idle", now.minus(IDLE).toEpochMilli())
                .bind("old", now.minus(LONGEST).toEpochMilli())
                .execute();
        handle.createUpdate("INSERT INTO session (hash, reader, csrf, made, seen)"
                        + " VALUES (:hash, :reader, :csrf, :now, :now)")
                .bind("hash", Token.hash(id))
                .bind("reader", boxed(whose.reader()))
                .bind("csrf", csrf)
                .bind("now", now.toEpochMilli())
                .execute();
        Event.ENTERED.note(handle, boxed(whose.reader()), now);
    }

    static Optional<Found> session(Handle handle, String id, Instant now) {
        return handle.createQuery("SELECT * FROM session WHERE hash = :hash AND seen > :idle AND made > :old")
                .bind("hash", Token.hash(id))
                .bind("idle", now.minus(IDLE).toEpochMilli())
                .bind("old", now.minus(LONGEST).toEpochMilli())
                .map((row, context) -> new Found(
                        new Session(row.getString("hash"), reader(row), row.getString("csrf")),
                        Instant.ofEpochMilli(row.getLong("seen"))))
                .findOne();
    }

    static void see(Handle handle, Session session, Instant now) {
        handle.createUpdate("UPDATE session SET seen = :now WHERE hash = :hash")
                .bind("now", now.toEpochMilli())
                .bind("hash", session.key())
                .execute();
    }

    static void end(Handle handle, String hash) {
        handle.createUpdate("DELETE FROM session WHERE hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    private static OptionalLong reader(ResultSet row) throws SQLException {
        long id = row.getLong("reader");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static Long boxed(OptionalLong reader) {
        return reader.isPresent() ? reader.getAsLong() : null;
    }
}
