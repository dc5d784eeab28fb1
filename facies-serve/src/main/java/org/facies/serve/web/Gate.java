package org.facies.serve.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facies.serve.store.Session;

/**
 * The checks before a route: host name, method and request rate; then, depending on the access of the route, a session.
 * A request that changes something must also prove that a page of this server sent it. A route without declared access
 * is closed to everyone.
 */
final class Gate {
    private static final String SESSION = "facies.session";
    private static final String CSRF_HEADER = "X-Facies-Token";
    private static final String CSRF_FIELD = "csrf";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final StudyRoom room;
    private final Names names;
    private final Cookies cookies;
    private final RequestRates rates;
    private final Body body;
    private final Client client;

    Gate(StudyRoom room, ServerSettings settings, Names names, Cookies cookies, Body body) {
        this.room = room;
        this.names = names;
        this.cookies = cookies;
        this.rates = new RequestRates(settings.limits(), room.clock());
        this.body = body;
        this.client = new Client(settings.exposure());
    }

    /** For every request, whatever its path. */
    void first(Context request) {
        Headers.putAll(request::header);
        if (!names.allow(host(request)) || !client.usesTls(request)) {
            throw new Refusal(Refusal.FORBIDDEN);
        }
        if (!METHODS.contains(request.req().getMethod())) {
            request.header("Allow", "GET, HEAD, POST");
            throw new Refusal(Refusal.NO_SUCH_METHOD);
        }
    }

    /** For requests that no route answers. */
    void stranger(Context request) {
        rates.countStranger(client.address(request));
    }

    /** For a request that has a route. */
    void matched(Context request) {
        Access access = request.routeRoles().stream()
                .map(Access.class::cast)
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.FORBIDDEN));
        boolean changes = request.method().equals(HandlerType.POST);
        if (access == Access.ANYONE) {
            rates.countStranger(client.address(request));
            if (request.path().startsWith("/i/")) {
                rates.countLink(client.address(request));
            }
            if (changes && !isFromOwnPage(request)) {
                throw new Refusal(Refusal.FORBIDDEN);
            }
            return;
        }
        Session session = requireSession(request, access);
        rates.countSession(session.key());
        if (changes) {
            requireToken(request, session);
        }
        request.attribute(SESSION, session);
    }

    private Session requireSession(Context request, Access access) {
        Optional<Session> session = session(request, access);
        if (session.isEmpty()) {
            rates.countStranger(client.address(request));
            throw new Refusal(otherSession(request, access) ? Refusal.FORBIDDEN : Refusal.NO_SESSION);
        }
        return session.get();
    }

    private boolean otherSession(Context request, Access access) {
        return session(request, access == Access.READER ? Access.RESEARCHER : Access.READER)
                .isPresent();
    }

    /** A session of the required kind; the name of the cookie proves nothing. */
    Optional<Session> session(Context request, Access whose) {
        return cookies.find(request, whose)
                .flatMap(id -> room.store().access().session(id, room.clock().instant()))
                .filter(session -> session.isResearcher() == (whose == Access.RESEARCHER));
    }

    private void requireToken(Context request, Session session) {
        String given = Optional.ofNullable(request.header(CSRF_HEADER)).orElseGet(() -> formToken(request));
        boolean isOurs = MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), session.csrf().getBytes(StandardCharsets.UTF_8));
        if (!isOurs || isFromElsewhere(request)) {
            throw new Refusal(Refusal.FORBIDDEN);
        }
    }

    private String formToken(Context request) {
        boolean isJson =
                String.valueOf(request.contentType()).toLowerCase(Locale.ROOT).contains("json");
        Map<String, String> form = isJson ? Map.of() : body.form(request);
        return form.getOrDefault(CSRF_FIELD, "");
    }

    /** Browsers send null as the origin of a form, since these pages send no referrer. */
    private boolean isFromElsewhere(Context request) {
        String site = request.header("Sec-Fetch-Site");
        String origin = request.header("Origin");
        boolean otherSite = site != null && !site.equals("same-origin");
        boolean otherOrigin = origin != null && !origin.equals("null") && !names.isOwn(origin, host(request));
        return otherSite || otherOrigin;
    }

    /** For a client without a token. A client other than a browser sends no origin. */
    private boolean isFromOwnPage(Context request) {
        boolean hidden = "null".equals(request.header("Origin")) && request.header("Sec-Fetch-Site") == null;
        return !hidden && !isFromElsewhere(request);
    }

    private static String host(Context request) {
        return Optional.ofNullable(request.header("Host")).orElse("");
    }

    /** The session that {@link #matched} found. */
    static Session session(Context request) {
        Session session = request.attribute(SESSION);
        if (session == null) {
            throw new IllegalStateException("the route is for anyone");
        }
        return session;
    }
}
