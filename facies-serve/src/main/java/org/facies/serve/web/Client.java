package org.facies.serve.web;

import io.javalin.http.Context;
import java.util.Optional;

/** The sender of a request, as stated by the network or by a declared proxy. It is used only for limits. */
final class Client {
    private final boolean behindProxy;

    Client(Exposure exposure) {
        this.behindProxy = exposure instanceof Exposure.BehindProxy;
    }

    /** The address. Behind a proxy it is the last one, which the proxy added; earlier ones can be forged. */
    String address(Context request) {
        return forwarded(request, "X-Forwarded-For")
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= 64)
                .orElseGet(() -> request.req().getRemoteAddr());
    }

    /** False only if the proxy says that the browser did not use TLS. */
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
