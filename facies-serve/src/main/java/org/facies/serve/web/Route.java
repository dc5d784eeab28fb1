package org.facies.serve.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * A request that the server answers.
 *
 * @param method GET (HEAD is answered likewise) or POST
 * @param path as Javalin writes it, with parameters in braces
 */
record Route(HandlerType method, String path, Access access, Handler handler) {}
