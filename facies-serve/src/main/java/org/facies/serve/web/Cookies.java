package org.facies.serve.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.facies.serve.store.StudyAccess;

/** The cookies of sessions: one for a reader and one for the researcher, so that one person can be both. */
final class Cookies {
    private final Names names;

    Cookies(Names names) {
        this.names = names;
    }

    Optional<String> find(Context request, Access whose) {
        return Optional.ofNullable(request.cookie(name(whose)));
    }

    void set(Context response, Access whose, String id) {
        put(response, whose, id, StudyAccess.longestSession());
    }

    void clear(Context response, Access whose) {
        put(response, whose, "", Duration.ZERO);
    }

    private void put(Context response, Access whose, String value, Duration age) {
        response.cookie(new Cookie(
                name(whose), value, "/", (int) age.toSeconds(), names.secure(), true, null, SameSite.STRICT));
    }

    private String name(Access whose) {
        return (names.secure() ? "__Host-" : "") + (whose == Access.READER ? "facies-read" : "facies-follow");
    }
}
