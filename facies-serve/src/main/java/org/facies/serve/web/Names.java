package org.facies.serve.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The host names under which browsers reach the server. Requests under other names are refused: a foreign page could
 * otherwise point its own name to this server and read the answers (DNS rebinding).
 *
 * @param hosts allowed in the header {@code Host}, in lower case, without port; {@code *.} in front is one label
 * @param secure whether browsers use TLS
 * @param origin of pages of this server; empty for {@code http://} and whatever allowed host was asked for
 */
record Names(Set<String> hosts, boolean secure, Optional<String> origin) {
    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    Names {
        hosts = Set.copyOf(hosts);
    }

    boolean allow(String hostHeader) {
        String host = host(hostHeader);
        int dot = host.indexOf('.');
        return hosts.contains(host) || (dot > 0 && hosts.contains("*" + host.substring(dot)));
    }

    /** Whether the header {@code Origin} names a page of this server. */
    boolean isOwn(String originHeader, String hostHeader) {
        String own = origin.orElseGet(() -> (secure ? "https://" : "http://") + hostHeader);
        return originHeader.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT));
    }

    private static String host(String header) {
        int port = header.lastIndexOf(':');
        boolean hasPort = port > 0 && header.indexOf(']', port) < 0;
        return (hasPort ? header.substring(0, port) : header).toLowerCase(Locale.ROOT);
    }
}
