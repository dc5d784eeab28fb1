package org.facies.serve.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The machines that can reach the server. */
public sealed interface Exposure {
    /** Only this machine, without TLS. */
    record Loopback() implements Exposure {}

    /**
     * Machines of the network, with TLS.
     *
     * @param certificate PEM, the server's own first
     * @param key PEM, PKCS#8, not encrypted
     * @param host name in the links; empty for the first name of the certificate
     */
    record Tls(Path certificate, Path key, Optional<String> host) implements Exposure {}

    /**
     * Only a proxy on this machine, which ends TLS and is trusted to state the sender of a request.
     *
     * @param address that browsers use: {@code https}, a host, perhaps a port, and no path
     */
    record BehindProxy(URI address) implements Exposure {}
}
