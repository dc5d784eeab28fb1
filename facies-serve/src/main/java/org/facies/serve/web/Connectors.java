package org.facies.serve.web;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.facies.input.BadInput;

/** The sockets of the server, and the addresses that browsers use for them. */
final class Connectors {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int HEADER_BYTES = 16 * 1024;

    private final ServerSettings settings;
    private final Optional<PemFiles> certificate;

    Connectors(ServerSettings settings, Instant now) {
        this.settings = settings;
        this.certificate = settings.exposure() instanceof Exposure.Tls tls
                ? Optional.of(PemFiles.read(tls.certificate(), tls.key(), now))
                : Optional.empty();
        requireHost();
    }

    private void requireHost() {
        if (settings.exposure() instanceof Exposure.Tls tls
                && tls.host().isEmpty()
                && plainHost().isEmpty()) {
            throw new BadInput(
                    tls.certificate().toString(),
                    "",
                    "names no host that can be used in links",
                    "Name it with --host.");
        }
    }

    /** The first name in the certificate that is not a pattern. */
    private Optional<String> plainHost() {
        return certificateHosts().stream().filter(host -> !host.contains("*")).findFirst();
    }

    private List<String> certificateHosts() {
        return certificate.map(PemFiles::hosts).orElse(List.of());
    }

    Names names() {
        if (settings.exposure() instanceof Exposure.Tls tls) {
            Set<String> hosts =
                    certificateHosts().stream().map(Connectors::lower).collect(Collectors.toSet());
            tls.host().map(Connectors::lower).ifPresent(hosts::add);
            return new Names(hosts, true, Optional.empty());
        }
        if (settings.exposure() instanceof Exposure.BehindProxy proxy) {
            Set<String> hosts = new HashSet<>(Names.LOOPBACK);
            hosts.add(lower(proxy.address().getHost()));
            return new Names(hosts, true, Optional.of(proxy.address().toString()));
        }
        return new Names(Names.LOOPBACK, false, Optional.empty());
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    /** The address without the path, as browsers use it. */
    URI address(int port) {
        if (settings.exposure() instanceof Exposure.Tls tls) {
            String host = tls.host().or(this::plainHost).orElseThrow();
            return URI.create("https://" + host + (port == 443 ? "" : ":" + port));
        }
        return settings.exposure() instanceof Exposure.BehindProxy proxy
                ? proxy.address()
                : URI.create("http://" + LOOPBACK + ":" + port);
    }

    ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(settings.limits().idle().toMillis());
        ServerConnector connector = certificate
                .map(pem -> new ServerConnector(server, tls(pem, http), new HttpConnectionFactory(http)))
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        if (!(settings.exposure() instanceof Exposure.Tls)) {
            connector.setHost(LOOPBACK);
        }
        return connector;
    }

    private static SslConnectionFactory tls(PemFiles pem, HttpConfiguration http) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(pem.keyStore());
        context.setKeyStorePassword(PemFiles.password());
        context.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        http.addCustomizer(new SecureRequestCustomizer(false));
        return new SslConnectionFactory(context, "http/1.1");
    }
}
