package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facies.serve.store.ReadingStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {
    private static final List<String> ALWAYS = List.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "cache-control",
            "permissions-policy",
            "x-frame-options");

    @TempDir
    private Path folder;

    @Test
    void every_answer_carries_the_headers_that_keep_it_safe() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String picture = reader.state().at("/current/pictures/0").asText();
            for (String path :
                    new String[] {"/", "/read", "/read/state", picture, "/asset/facies.css", "/nothing", "/follow"}) {
                HttpResponse<String> answer = reader.get(path);
                assertThat(answer.headers().map().keySet()).as(path).containsAll(ALWAYS);
                assertThat(answer.headers().firstValue("cache-control"))
                        .as(path)
                        .contains("no-store");
                assertThat(answer.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by", "etag");
                assertThat(answer.headers()
                                .firstValue("content-security-policy")
                                .orElseThrow())
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*", "data:");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "127.0.0.1.evil.test", "evil.test:80", "", "[::2]", "localhost.", "0.0.0.0"})
    void another_name_of_the_server_is_refused(String host) {
        try (RunningStudy study = RunningStudy.in(folder)) {
            String answer =
                    study.raw("GET / HTTP/1.1", "Host: " + host, "Accept: text/html", "Connection: close", "", "");
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:8642", "[::1]:1", "127.0.0.1:9"})
    void its_own_names_are_known_also_through_a_tunnel(String host) {
        try (RunningStudy study = RunningStudy.in(folder)) {
            assertThat(study.raw("GET / HTTP/1.1", "Host: " + host, "Connection: close", "", ""))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void methods_are_answered_as_http_says() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            for (String method :
                    new String[] {"OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "QUERY", "PROPFIND", "X"}) {
                String answer = study.raw(method + " /read HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "", "");
                assertThat(answer).as(method).startsWith("HTTP/1.1 405").containsIgnoringCase("Allow:");
            }
            assertThat(study.status("CONNECT evil.test:80 HTTP/1.1", "Host: evil.test:80", "", ""))
                    .startsWith("HTTP/1.1 4");
            assertThat(reader.send(reader.request("/read/answer").GET()).statusCode())
                    .isEqualTo(405);
            HttpResponse<String> head = reader.send(reader.request("/read").method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(study.raw("HEAD /read HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "", ""))
                    .startsWith("HTTP/1.1 401");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/asset/../study.db",
                "/asset/..%2fstudy.db",
                "/asset/..%2Fstudy.db",
                "/asset/%2e%2e/%2e%2e/study.db",
                "/asset/..%5cstudy.db",
                "/asset/..%255c..%255cstudy.db",
                "/asset/....//study.db",
                "/asset/%00facies.css",
                "/asset/facies.css%00.js",
                "/asset/facies.css;x=1",
                "/asset//etc/passwd",
                "/asset/%c0%ae%c0%ae/study.db",
                "/asset/",
                "/asset/strings_en.properties",
                "/asset/Facies.css",
                "/read/picture/..%2f..%2fstudy.db",
                "//read",
                "/read/",
                "/READ",
                "/read/../follow",
                "/%66ollow/../read/state",
                "/read;jsessionid=1"
            })
    void paths_that_lead_elsewhere_lead_nowhere(String path) {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String cookie = "Cookie: facies-read=" + reader.cookies().get("facies-read");
            String answer =
                    study.raw("GET " + path + " HTTP/1.1", "Host: 127.0.0.1", cookie, "Connection: close", "", "");
            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 (400|401|403|404|405).*")
                    .doesNotContain("SQLite", "root:", "Exception", "org.eclipse");
        }
    }

    @Test
    void requests_that_break_the_rules_of_http_are_refused_without_details() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            List<String[]> broken = List.of(
                    new String[] {"GET / HTTP/1.1", "", ""},
                    new String[] {"GET / HTTP/1.1", "Host: 127.0.0.1", "Host: evil.test", "Connection: close", "", ""},
                    new String[] {"GET /%zz HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "", ""},
                    new String[] {"GET /" + "a".repeat(20_000) + " HTTP/1.1", "Host: 127.0.0.1", "", ""},
                    new String[] {"GET / HTTP/1.1", "Host: 127.0.0.1", "X: " + "a".repeat(20_000), "", ""},
                    new String[] {"GET / HTTP/9.9", "Host: 127.0.0.1", "", ""},
                    new String[] {"\u0000\u0001\u0002\u0003", "", ""},
                    new String[] {
                        "POST /read/answer HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Content-Length: -1",
                        "Connection: close",
                        "",
                        ""
                    },
                    new String[] {
                        "POST /read/answer HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Content-Length: 5",
                        "Transfer-Encoding: chunked",
                        "Connection: close",
                        "",
                        "0",
                        "",
                        ""
                    });
            for (String[] request : broken) {
                assertThat(study.raw(request))
                        .as(request[0].substring(0, Math.min(40, request[0].length())))
                        .matches("(?s)HTTP/1.1 (4..|505) .*")
                        .doesNotContain("Exception", "jetty", "Jetty", "org.");
            }
        }
    }

    @Test
    void a_broken_body_of_a_form_or_of_chunks_is_the_clients_fault() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.newcomer("R1");
            String cookie = "Cookie: facies-read=" + reader.cookies().get("facies-read");
            for (String body : new String[] {"years=%zz", "csrf=%", "%u0041=1", "=&=&=", "a".repeat(8000)}) {
                String answer = study.raw(
                        "POST /read/experience HTTP/1.1",
                        "Host: 127.0.0.1",
                        cookie,
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body);
                assertThat(answer).as(body).matches("(?s)HTTP/1.1 (400|403).*");
            }
            String chunks = study.raw(
                    "POST /read/answer HTTP/1.1",
                    "Host: 127.0.0.1",
                    cookie,
                    "X-Facies-Token: " + reader.token(),
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "Connection: close",
                    "",
                    "zz",
                    "");
            assertThat(chunks).startsWith("HTTP/1.1 400");
            assertThat(study.said).isEmpty();
        }
    }

    @Test
    void too_many_requests_are_told_so_and_taken_again_later() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor visitor = study.stranger();
            List<Integer> statuses = new ArrayList<>();
            for (int n = 0; n < 70; n++) {
                statuses.add(visitor.get("/i/0123456789abcdef0123456789abcdef").statusCode());
            }
            assertThat(statuses.subList(0, 60)).containsOnly(404);
            assertThat(statuses.subList(60, 70)).containsOnly(429);
            study.clock.pass(Duration.ofMinutes(1));
            assertThat(visitor.get("/i/0123456789abcdef0123456789abcdef").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_session_that_asks_too_often_is_slowed_and_no_other_is() {
        Limits few = new Limits(
                64_000, 8000, 100, Duration.ofSeconds(30), Duration.ofSeconds(60), 20, 1, 1000, 1000, 100, 100);
        try (RunningStudy study = RunningStudy.in(folder, 8, 2, few)) {
            Visitor busy = study.begun("R1");
            Visitor other = study.begun("R2");
            for (int n = 0; n < 25; n++) {
                busy.get("/read/state");
            }
            assertThat(busy.get("/read/state").statusCode()).isEqualTo(429);
            assertThat(other.get("/read/state").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void paths_that_nobody_serves_count_too() {
        Limits few =
                new Limits(64_000, 8000, 100, Duration.ofSeconds(30), Duration.ofSeconds(60), 20, 1, 10, 1, 100, 100);
        try (RunningStudy study = RunningStudy.in(folder, 8, 2, few)) {
            List<Integer> statuses = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                statuses.add(study.stranger().get("/wp-login.php").statusCode());
            }
            assertThat(statuses.subList(0, 10)).containsOnly(404);
            assertThat(statuses.subList(10, 12)).containsOnly(429);
        }
    }

    @Test
    void clients_that_send_a_byte_now_and_then_are_dropped_while_readers_go_on() throws Exception {
        Limits impatient =
                new Limits(64_000, 8000, 64, Duration.ofSeconds(3), Duration.ofSeconds(2), 300, 100, 300, 100, 60, 60);
        try (RunningStudy study = RunningStudy.in(folder, 8, 2, impatient)) {
            Visitor reader = study.begun("R1");
            List<Socket> slow = new ArrayList<>();
            for (int n = 0; n < 40; n++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), study.server.port());
                String start = n % 2 == 0
                        ? "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
                        : "POST /read/answer HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n"
                                + "Cookie: facies-read=" + reader.cookies().get("facies-read") + "\r\n"
                                + "X-Facies-Token: " + reader.token() + "\r\n"
                                + "Content-Type: application/json\r\n\r\n";
                socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            for (int rounds = 0; rounds < 10; rounds++) {
                slow.forEach(HostileRequestsTest::trickle);
                assertThat(reader.get("/read/state").statusCode()).isEqualTo(200);
                Thread.sleep(500);
            }
            assertThat(slow).allSatisfy(socket -> assertThat(isOpen(socket)).isFalse());
        }
    }

    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            socket.getOutputStream().flush();
        } catch (IOException dropped) {
            // what the test waits for
        }
    }

    private static boolean isOpen(Socket socket) {
        try (socket) {
            socket.setSoTimeout(1000);
            while (socket.getInputStream().read() >= 0) {
                // to the end of what the server said
            }
            return false;
        } catch (SocketTimeoutException open) {
            return true;
        } catch (IOException dropped) {
            return false;
        }
    }

    @Test
    void a_page_of_an_error_says_it_in_words_and_a_script_gets_the_status() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor visitor = study.stranger();
            HttpResponse<String> page = visitor.send(visitor.request("/read").header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.body()).contains("<html");
            assertThat(visitor.get("/read/state").body()).isEqualTo("{\"status\":401}");
            assertThat(visitor.postForm("/follow/close", Map.of()).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_picture_that_is_gone_is_told_without_a_stack_trace() throws IOException {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String picture = reader.state().at("/current/pictures/0").asText();
            try (Stream<Path> files = Files.list(ReadingStore.pictureFolder(folder))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            assertThat(reader.get(picture).statusCode()).isEqualTo(503);
            assertThat(study.said)
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).doesNotContain("subject", ".jpg"));
        }
    }

    @Test
    void an_answer_that_cannot_be_stored_is_refused_and_taken_when_it_is_sent_again() throws SQLException {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            String answer = Answers.next(reader.state(), 1).toString();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"))) {
                other.createStatement().execute("BEGIN IMMEDIATE");
                assertThat(reader.postJson("/read/answer", answer).statusCode()).isEqualTo(503);
                other.createStatement().execute("ROLLBACK");
            }
            assertThat(study.said).hasSize(1);
            assertThat(reader.postJson("/read/answer", answer).statusCode()).isEqualTo(200);
            assertThat(study.reader("R1").answers()).hasSize(1);
        }
    }
}
