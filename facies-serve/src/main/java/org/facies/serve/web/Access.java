package org.facies.serve.web;

import io.javalin.security.RouteRole;

/** Who may use a route. */
enum Access implements RouteRole {
    /** Whoever reaches the server. */
    ANYONE,
    /** A reader, for what is their own. */
    READER,
    RESEARCHER
}
