package org.facies.serve.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** From where the server can be reached. */
public sealed interface Exposure {
    /** From this machine only, without TLS. */
    record Loopback() implements Exposure {}

    /**
     * From the network, with TLS.
     *
     * @param certificate PEM, the server's own first
     * @param key PEM, PKCS#8, not encrypted
     * @param host name in the links; empty for the first name of the certificate
     */
    record Tls(Path certificate, Path key, Optional<String> host) implements Exposure {}

    /**
     * From this machine only, by a proxy that ends TLS and is trusted to say who asks.
     *
     * @param address that browsers use: {@code https}, a host, perhaps a port, and no path
     */
    record BehindProxy(URI address) implements Exposure {}
}
