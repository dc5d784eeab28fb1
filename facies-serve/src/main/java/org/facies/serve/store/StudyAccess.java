package org.facies.serve.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Access to a study: personal links, their sessions, and random names of pictures. */
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

    /** A session ends after this time, even if it is in use. */
    public static Duration longestSession() {
        return AccessTable.LONGEST;
    }

    /** A new session; its id is used only in the browser's cookie. */
    public record Begun(String id, Session session) {}

    /** A new link for a reader. Earlier links and their sessions end. */
    public Link link(long reader, Instant now) {
        return link(OptionalLong.of(reader), now);
    }

    /** A new link for the researcher. Earlier links and their sessions end. */
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

    /** Whether a reader has ever had a link. */
    public boolean wasLinked(long reader) {
        return database.read(handle -> AccessTable.hasLink(handle, OptionalLong.of(reader)));
    }

    /** The time at which a reader's link ends; empty if no link is valid. */
    public Optional<Instant> linkUntil(long reader, Instant now) {
        return database.read(handle -> AccessTable.linkUntil(handle, reader, now));
    }

    /** The person that a link is for; empty if it is unknown, revoked or expired. */
    public Optional<Invited> invited(String token, Instant now) {
        return Token.isWritten(token)
                ? database.read(handle -> AccessTable.invited(handle, token, now))
                : Optional.empty();
    }

    /** Whether a link was valid once. */
    public boolean wasInvited(String token) {
        return Token.isWritten(token) && database.read(handle -> AccessTable.wasInvited(handle, token));
    }

    /**
     * Begins a session with a link.
     *
     * @param before id the id of the browser's earlier session, which ends
     * @return empty if the link is not valid
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

    /** The session of a cookie; empty if it is unknown or has ended. */
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

    /** The name of a picture for one reader and presentation. It reveals nothing, and a repeat has another name. */
    public String pictureName(long reader, int position, int photo) {
        return Token.keyed(secret, reader + "/" + position + "/" + photo);
    }
}
