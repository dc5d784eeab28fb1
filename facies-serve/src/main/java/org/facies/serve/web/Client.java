package org.facies.serve.web;

import io.javalin.http.Context;
import java.util.Optional;

/** Who sent a request, as far as the network or a proxy that is declared says it. Its name goes nowhere but limits. */
final class Client {
    private final boolean behindProxy;

    Client(Exposure exposure) {
        this.behindProxy = exposure instanceof Exposure.BehindProxy;
    }

    /** The address; behind a proxy the last one that it added, as those before can be made up. */
    String address(Context request) {
        return forwarded(request, "X-Forwarded-For")
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= 64)
                .orElseGet(() -> request.req().getRemoteAddr());
    }

    /** False only if the proxy says that the browser came without TLS. */
    boolean usesTls(Context request) {
        return forwarded(request, "X-Forwarded-Proto")
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .map("https"::equalsIgnoreCase)
                .orElse(true);
    }

    private Optional<String> forwarded(Context request, String header) {
        return behindProxy ? Optional.ofNullable(request.header(header)) : Optional.empty();
    }
}
