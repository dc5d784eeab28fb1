package org.facies.cli.readers;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.serve.web.Exposure;
import picocli.CommandLine.Option;

/** Options that say from where a server can be reached. */
final class ExposureOptions {
    @Option(
            names = "--cert",
            paramLabel = "PEM",
            description = "the server's certificate, followed by those it was signed with; needs --key. The server then"
                    + " listens to the network, with TLS")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "private key of the certificate, in PKCS#8, without a passphrase")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "with --cert, the name that readers' browsers use (default: the certificate's first name)")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--behind-proxy",
            paramLabel = "ADDRESS",
            description = "the address, with https, under which a proxy on this machine passes browsers on to this"
                    + " server. The proxy is then trusted to say who asks (X-Forwarded-For, X-Forwarded-Proto)")
    private Optional<String> proxy = Optional.empty();

    Exposure exposure() {
        if (certificate.isPresent() != key.isPresent()) {
            throw new BadInput(
                    certificate.isPresent() ? "--cert" : "--key",
                    "",
                    "needs " + (certificate.isPresent() ? "--key" : "--cert") + " too",
                    "Give both, or neither.");
        }
        if (proxy.isPresent() && certificate.isPresent()) {
            throw new BadInput(
                    "--behind-proxy", "", "does not go with --cert", "Let either the proxy or this server do TLS.");
        }
        if (host.isPresent() && certificate.isEmpty()) {
            throw new BadInput("--host", "", "goes with --cert only", "Leave it out.");
        }
        return proxy.<Exposure>map(address -> new Exposure.BehindProxy(parsed(address)))
                .or(() -> certificate.map(pem -> new Exposure.Tls(pem, key.orElseThrow(), host)))
                .orElseGet(Exposure.Loopback::new);
    }

    private static URI parsed(String address) {
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        try {
            URI parsed = URI.create(plain);
            boolean isPlain = parsed.getRawPath() == null || parsed.getRawPath().isEmpty();
            boolean hasMore =
                    parsed.getRawQuery() != null || parsed.getRawFragment() != null || parsed.getRawUserInfo() != null;
            if ("https".equals(parsed.getScheme()) && parsed.getHost() != null && isPlain && !hasMore) {
                return parsed;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new BadInput(
                "--behind-proxy",
                address,
                "is not an address of https and a host, without a path",
                "Give what browsers show before the first single slash.");
    }
}
