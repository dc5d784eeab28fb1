package org.facies.cli.readers;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.facies.input.BadInput;
import org.facies.serve.web.Exposure;
import picocli.CommandLine.Option;

/** Options that control who can reach a server. */
final class ExposureOptions {
    @Option(
            names = "--cert",
            paramLabel = "PEM",
            description = "serve to the network with TLS, with this certificate, followed by those that signed it;"
                    + " needs --key")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "use this private key of the certificate, in PKCS#8, without a passphrase")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "with --cert: use this host name in the links for readers (default: the first name in the"
                    + " certificate)")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--behind-proxy",
            paramLabel = "ADDRESS",
            description = "serve behind a proxy on this machine that browsers reach at this https address. The"
                    + " headers X-Forwarded-For and X-Forwarded-Proto of the proxy are trusted")
    private Optional<String> proxy = Optional.empty();

    Exposure exposure() {
        if (certificate.isPresent() != key.isPresent()) {
            throw new BadInput(
                    certificate.isPresent() ? "--cert" : "--key",
                    "",
                    "needs " + (certificate.isPresent() ? "--key" : "--cert") + " as well",
                    "Give both, or neither.");
        }
        if (proxy.isPresent() && certificate.isPresent()) {
            throw new BadInput(
                    "--behind-proxy", "", "does not go with --cert", "Use TLS either in the proxy or in this server.");
        }
        if (host.isPresent() && certificate.isEmpty()) {
            throw new BadInput("--host", "", "needs --cert", "Leave it out, or add --cert.");
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
            // reported below
        }
        throw new BadInput(
                "--behind-proxy",
                address,
                "is not an https address with a host and no path",
                "Give the address as browsers show it, up to the host name or port.");
    }
}
