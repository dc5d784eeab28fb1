package org.facies.serve.web.view;

/**
 * A refused request.
 *
 * @param status of HTTP: 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500 or 503. With 401 the person has no
 *     session, or it ended: the invitation link leads back. With 410 the link was revoked or has expired
 */
public record ErrorPage(Frame frame, int status) {}
