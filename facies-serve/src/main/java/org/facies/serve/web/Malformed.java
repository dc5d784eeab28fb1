package org.facies.serve.web;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;

/** Requests that end early or violate HTTP while they are read: an error of the client, not a bug. */
final class Malformed {
    private Malformed() {}

    static boolean isCauseOf(Throwable thrown) {
        return causes(thrown).anyMatch(Malformed::isClients);
    }

    private static boolean isClients(Throwable cause) {
        return cause instanceof HttpException || cause instanceof IOException || cause instanceof TimeoutException;
    }

    static int status(Throwable thrown) {
        return causes(thrown)
                .filter(HttpException.class::isInstance)
                .map(cause -> ((HttpException) cause).getCode())
                .filter(code -> code >= 400 && code < 500)
                .findFirst()
                .orElse(Refusal.BAD_REQUEST);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
