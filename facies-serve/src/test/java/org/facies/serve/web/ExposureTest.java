package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.facies.input.BadInput;
import org.facies.serve.page.HtmlPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_certificate_only_this_machine_reaches_the_server() throws SocketException {
        try (RunningStudy study = RunningStudy.in(folder)) {
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            assertThat(others)
                    .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, study.server.port()).close())
                            .isInstanceOf(IOException.class));
            assertThat(study.server.researcherLink()).startsWith("http://127.0.0.1:" + study.server.port() + "/i/");
        }
    }

    @Test
    void with_a_certificate_browsers_come_by_tls_and_cookies_are_bound_to_it() throws Exception {
        Pem pem = pem("server", "RSA", "SAN=dns:localhost,dns:readers.test");
        try (RunningStudy study = RunningStudy.exposed(
                folder.resolve("data"), new Exposure.Tls(pem.certificate(), pem.key(), Optional.empty()))) {
            assertThat(study.address().toString()).isEqualTo("https://localhost:" + study.server.port());
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(pem)).build();
            String path = "/i/" + study.link("R1");
            HttpResponse<String> entered = client.send(
                    HttpRequest.newBuilder(URI.create(study.address() + path))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .header("Origin", study.address().toString())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-facies-read=")
                    .contains("Secure", "HttpOnly", "Path=/", "SameSite=Strict")
                    .doesNotContain("Domain");
        }
    }

    @Test
    void keys_of_elliptic_curves_serve_too() throws Exception {
        Pem pem = pem("server", "EC", "SAN=dns:localhost");
        PemFiles read = PemFiles.read(pem.certificate(), pem.key(), Instant.parse("2026-11-30T08:00:00Z"));

        assertThat(read.hosts()).containsExactly("localhost");
        assertThat(read.keyStore().size()).isEqualTo(1);
    }

    @Test
    void certificates_that_cannot_serve_are_refused_with_a_remedy() throws Exception {
        Pem pem = pem("server", "RSA", "SAN=dns:localhost");
        Pem other = pem("other", "RSA", "SAN=dns:localhost");
        Instant now = Instant.parse("2026-11-30T08:00:00Z");
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
        Path old = Files.writeString(
                folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(() -> PemFiles.read(text, pem.key(), now))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("text.pem: is not a PEM file of certificates.");
        assertThatThrownBy(() -> PemFiles.read(pem.certificate(), old, now))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatThrownBy(() -> PemFiles.read(pem.certificate(), other.key(), now))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not the key of the certificate");
        assertThatThrownBy(() -> PemFiles.read(pem.certificate(), pem.key(), Instant.parse("2999-01-01T00:00:00Z")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("was valid until");
        assertThatThrownBy(() -> PemFiles.read(pem.certificate(), folder.resolve("absent.pem"), now))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("absent.pem: cannot be read (it does not exist)");
    }

    @Test
    void a_declared_proxy_says_who_asks_and_nobody_else_does() {
        Exposure proxy = new Exposure.BehindProxy(URI.create("https://readers.test"));
        try (RunningStudy study = RunningStudy.exposed(folder, proxy)) {
            assertThat(study.server.researcherLink()).startsWith("https://readers.test/i/");
            assertThat(study.raw("GET / HTTP/1.1", "Host: readers.test", "Connection: close", "", ""))
                    .startsWith("HTTP/1.1 401");
            assertThat(study.raw(
                            "GET / HTTP/1.1",
                            "Host: readers.test",
                            "X-Forwarded-Proto: http",
                            "Connection: close",
                            "",
                            ""))
                    .startsWith("HTTP/1.1 403");
            String link = study.link("R1");
            assertThat(study.raw(
                            "POST /i/" + link + " HTTP/1.1",
                            "Host: readers.test",
                            "Origin: https://readers.test",
                            "X-Forwarded-Proto: https",
                            "Content-Length: 0",
                            "Connection: close",
                            "",
                            ""))
                    .startsWith("HTTP/1.1 303")
                    .contains("__Host-facies-read=");
            String guess = "GET /i/0123456789abcdef0123456789abcdef HTTP/1.1";
            for (int n = 0; n < 60; n++) {
                study.raw(
                        guess, "Host: readers.test", "X-Forwarded-For: made.up, 10.0.0.1", "Connection: close", "", "");
            }
            assertThat(study.raw(
                            guess,
                            "Host: readers.test",
                            "X-Forwarded-For: another, 10.0.0.1",
                            "Connection: close",
                            "",
                            ""))
                    .startsWith("HTTP/1.1 429");
            assertThat(study.raw(
                            guess,
                            "Host: readers.test",
                            "X-Forwarded-For: made.up, 10.0.0.2",
                            "Connection: close",
                            "",
                            ""))
                    .startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void without_a_declared_proxy_its_headers_are_worth_nothing() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            String guess = "GET /i/0123456789abcdef0123456789abcdef HTTP/1.1";
            for (int n = 0; n < 60; n++) {
                study.raw(guess, "Host: localhost", "X-Forwarded-For: 10.0.0." + n, "Connection: close", "", "");
            }
            assertThat(study.raw(guess, "Host: localhost", "X-Forwarded-For: 10.0.1.1", "Connection: close", "", ""))
                    .startsWith("HTTP/1.1 429");
        }
    }

    @Test
    void a_port_in_use_is_told() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            assertThatThrownBy(() -> ReadingServer.start(
                                    new ServerSettings(study.server.port(), new Exposure.Loopback(), Limits.USUAL),
                                    new StudyRoom(study.store, new HtmlPages(), study.clock, "test"),
                                    study.said::add)
                            .close())
                    .isInstanceOf(BadInput.class)
                    .hasMessage("port " + study.server.port() + ": cannot be used; another program may use it, or"
                            + " you may lack the permission. Choose another port with --port.");
        }
    }

    private record Pem(Path certificate, Path key, X509Certificate trusted) {}

    /** A certificate that signs itself, by the tool of the JDK. */
    private Pem pem(String name, String algorithm, String extension) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        extension,
                        "-startdate",
                        "2026/01/01",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        X509Certificate certificate = (X509Certificate) keys.getCertificate("server");
        return new Pem(
                write(name + ".pem", "CERTIFICATE", certificate.getEncoded()),
                write(
                        name + "-key.pem",
                        "PRIVATE KEY",
                        keys.getKey("server", "secret".toCharArray()).getEncoded()),
                certificate);
    }

    private Path write(String name, String kind, byte[] bytes) throws IOException {
        String text = Stream.of(
                        "-----BEGIN " + kind + "-----",
                        Base64.getMimeEncoder().encodeToString(bytes),
                        "-----END " + kind + "-----",
                        "")
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
        return Files.writeString(folder.resolve(name), text);
    }

    private static SSLContext trusting(Pem pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", pem.trusted());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), new SecureRandom());
        return context;
    }
}
