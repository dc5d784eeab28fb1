package org.facies.serve.web;

import io.javalin.security.RouteRole;

/** The persons who may use a route. */
enum Access implements RouteRole {
    /** Everyone who can reach the server. */
    ANYONE,
    /** A reader, for their own data. */
    READER,
    RESEARCHER
}
