package org.facies.serve.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Who may come in: personal links, the sessions that they lead to, and names of pictures that say nothing. */
public final class StudyAccess {
    private final StudyDatabase database;
    private final Duration validity;
    private final String secret;
    private final SecureRandom random;

    StudyAccess(StudyDatabase database, StudyTable.Row row, SecureRandom random) {
        this.database = database;
        this.validity = Duration.ofDays(row.study().design().invitationDays());
        this.secret = row.secret();
        this.random = random;
    }

    /** However much it is used, a session ends after so long. */
    public static Duration longestSession() {
        return AccessTable.LONGEST;
    }

    /** A session that was just begun; its id is for the browser's cookie alone. */
    public record Begun(String id, Session session) {}

    /** A new link for a reader. Earlier links end, and with them the sessions that they led to. */
    public Link link(long reader, Instant now) {
        return link(OptionalLong.of(reader), now);
    }

    /** A new link for the researcher. Earlier links end, and with them the sessions that they led to. */
    public Link researcherLink(Instant now) {
        return link(OptionalLong.empty(), now);
    }

    private Link link(OptionalLong whose, Instant now) {
        Link link = new Link(Token.random(random), now.plus(validity));
        database.write(handle -> {
            AccessTable.revoke(handle, whose, now);
            AccessTable.insertLink(handle, whose, link, now);
            return true;
        });
        return link;
    }

    /** Whether a reader was ever given a link. */
    public boolean wasLinked(long reader) {
        return database.read(handle -> AccessTable.hasLink(handle, OptionalLong.of(reader)));
    }

    /** When a reader's link ends; empty if none works. */
    public Optional<Instant> linkUntil(long reader, Instant now) {
        return database.read(handle -> AccessTable.linkUntil(handle, reader, now));
    }

    /** Whom a link is for; empty if it never was one, was revoked, or has expired. */
    public Optional<Invited> invited(String token, Instant now) {
        return Token.isWritten(token)
                ? database.read(handle -> AccessTable.invited(handle, token, now))
                : Optional.empty();
    }

    /** Whether a link worked once. */
    public boolean wasInvited(String token) {
        return Token.isWritten(token) && database.read(handle -> AccessTable.wasInvited(handle, token));
    }

    /**
     * Begins a session behind a link.
     *
     * @param before id of the session that the browser had, which ends
     * @return empty if the link does not work
     */
    public Optional<Begun> enter(String token, Optional<String> before, Instant now) {
        if (!Token.isWritten(token)) {
            return Optional.empty();
        }
        String id = Token.random(random);
        String csrf = Token.random(random);
        return database.write(handle -> AccessTable.invited(handle, token, now).map(whose -> {
            before.ifPresent(old -> AccessTable.end(handle, Token.hash(old)));
            AccessTable.insertSession(handle, id, whose, csrf, now);
            return new Begun(id, new Session(Token.hash(id), whose.reader(), csrf));
        }));
    }

    /** The session of a cookie; empty if there is none, or if it has ended. */
    public Optional<Session> session(String id, Instant now) {
        if (!Token.isWritten(id)) {
            return Optional.empty();
        }
        Optional<AccessTable.Found> found = database.read(handle -> AccessTable.session(handle, id, now));
        if (found.filter(session -> session.isStale(now)).isPresent()) {
            database.write(handle -> {
                AccessTable.see(handle, found.get().session(), now);
                return true;
            });
        }
        return found.map(AccessTable.Found::session);
    }

    public void leave(Session session) {
        database.write(handle -> {
            AccessTable.end(handle, session.key());
            return true;
        });
    }

    /** The name of a picture for one reader and presentation. It tells nothing, and a repeat has another. */
    public String pictureName(long reader, int position, int photo) {
        return Token.keyed(secret, reader + "/" + position + "/" + photo);
    }
}
