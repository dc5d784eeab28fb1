package org.facies.serve.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * All routes of the server and the access to each. Any other request gets 404 or 405. No other class adds a route to
 * Javalin.
 */
final class RouteTable {
    private final List<Route> routes;

    RouteTable(EntryRoutes entry, ReaderRoutes reader, ResearcherRoutes researcher) {
        this.routes = List.of(
                new Route(GET, "/", Access.ANYONE, entry::start),
                new Route(GET, "/asset/{name}", Access.ANYONE, entry::asset),
                new Route(GET, "/i/{token}", Access.ANYONE, entry::invitation),
                new Route(POST, "/i/{token}", Access.ANYONE, entry::enter),
                new Route(GET, "/read", Access.READER, reader::page),
                new Route(POST, "/read/experience", Access.READER, reader::experience),
                new Route(GET, "/read/state", Access.READER, reader::state),
                new Route(POST, "/read/answer", Access.READER, reader::answer),
                new Route(GET, "/read/picture/{name}", Access.READER, reader::picture),
                new Route(POST, "/read/leave", Access.READER, reader::leave),
                new Route(GET, "/follow", Access.RESEARCHER, researcher::page),
                new Route(POST, "/follow/readers", Access.RESEARCHER, researcher::add),
                new Route(POST, "/follow/readers/{id}/link", Access.RESEARCHER, researcher::link),
                new Route(POST, "/follow/readers/{id}/stop", Access.RESEARCHER, researcher::stop),
                new Route(POST, "/follow/readers/{id}/resume", Access.RESEARCHER, researcher::resume),
                new Route(POST, "/follow/close", Access.RESEARCHER, researcher::close),
                new Route(GET, "/follow/download", Access.RESEARCHER, researcher::download));
    }

    List<Route> routes() {
        return routes;
    }

    void register(RoutesConfig javalin) {
        for (Route route : routes) {
            javalin.addHttpHandler(route.method(), route.path(), route.handler(), route.access());
            if (route.method().equals(GET)) {
                javalin.addHttpHandler(HandlerType.HEAD, route.path(), route.handler(), route.access());
            }
        }
    }
}
