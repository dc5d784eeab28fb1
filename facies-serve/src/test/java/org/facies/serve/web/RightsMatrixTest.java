package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route, asked by everyone. */
class RightsMatrixTest {
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    @TempDir
    private Path folder;

    @Test
    void each_route_lets_in_whom_the_table_says_and_nobody_else() {
        SoftAssertions soft = new SoftAssertions();
        Route[] routes;
        try (RunningStudy study = RunningStudy.in(folder.resolve("list"))) {
            routes = study.server.routes().toArray(Route[]::new);
        }
        int number = 0;
        for (Route route : routes) {
            // A study of its own for each route, since some routes end a session or the study.
            try (RunningStudy study = RunningStudy.in(folder.resolve("study-" + number++))) {
                Map<String, Visitor> people = new LinkedHashMap<>();
                people.put("nobody", study.stranger());
                people.put("someone with a made-up cookie", madeUp(study));
                people.put("a reader", study.begun("R1"));
                people.put("another reader", study.begun("R2"));
                people.put("the researcher", study.researcher());
                people.forEach((who, visitor) -> soft.assertThat(ask(study, visitor, route))
                        .as(who + " " + route.method() + " " + route.path())
                        .satisfies(status -> check(route.access(), who, status)));
            }
        }
        soft.assertAll();
    }

    private static void check(Access access, String who, int status) {
        boolean reader = who.endsWith("reader");
        boolean researcher = who.equals("the researcher");
        boolean welcome = access == Access.ANYONE
                || (access == Access.READER && reader)
                || (access == Access.RESEARCHER && researcher);
        assertThat(status).isNotEqualTo(500);
        if (access == Access.ANYONE) {
            assertThat(status).isNotEqualTo(403);
        } else if (welcome) {
            assertThat(REFUSED).doesNotContain(status);
        } else {
            assertThat(status).isEqualTo(reader || researcher ? 403 : 401);
        }
    }

    private static Visitor madeUp(RunningStudy study) {
        Visitor visitor = study.stranger();
        visitor.cookies().put("facies-read", "0123456789abcdef0123456789abcdef");
        visitor.cookies().put("facies-follow", "' OR 1=1 --");
        return visitor;
    }

    private static int ask(RunningStudy study, Visitor visitor, Route route) {
        String path = route.path()
                .replace("{token}", "0123456789abcdef0123456789abcdef")
                .replace("{name}", "icon.svg")
                .replace("{id}", String.valueOf(study.reader("R1").id()));
        if (route.method().equals(HandlerType.GET)) {
            return visitor.get(path).statusCode();
        }
        return path.equals("/read/answer")
                ? visitor.postJson(path, "{}").statusCode()
                : visitor.postForm(path, Map.of()).statusCode();
    }

    @Test
    void whatever_changes_something_needs_the_token_of_its_own_session() {
        SoftAssertions soft = new SoftAssertions();
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.begun("R1");
            Visitor researcher = study.researcher();
            String others = study.begun("R2").token();
            for (Route route : study.server.routes()) {
                if (!route.method().equals(HandlerType.POST) || route.access() == Access.ANYONE) {
                    continue;
                }
                Visitor visitor = route.access() == Access.READER ? reader : researcher;
                String own = visitor.token();
                for (String wrong : new String[] {"", "x", others, own.toUpperCase(Locale.ROOT) + "0"}) {
                    visitor.useToken(wrong);
                    soft.assertThat(ask(study, visitor, route))
                            .as(route.path() + " with " + wrong)
                            .isEqualTo(403);
                }
                visitor.useToken(own);
            }
            soft.assertThat(study.store.closed()).isEmpty();
            soft.assertThat(study.reader("R1").stopped()).isEmpty();
        }
        soft.assertAll();
    }

    @Test
    void what_a_page_elsewhere_sends_is_refused_also_with_the_token() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor researcher = study.researcher();
            Map<String, String> elsewhere = Map.of(
                    "Origin", "http://evil.test",
                    "Sec-Fetch-Site", "cross-site");
            elsewhere.forEach((header, value) ->
                    assertThat(close(researcher, header, value)).as(header).isEqualTo(403));
            assertThat(close(researcher, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
            assertThat(close(researcher, "Origin", "http://127.0.0.1:1")).isEqualTo(403);
            assertThat(study.store.closed()).isEmpty();

            assertThat(close(researcher, "Origin", study.address().toString())).isEqualTo(303);
            assertThat(study.store.closed()).isPresent();
        }
    }

    private static int close(Visitor researcher, String header, String value) {
        HttpResponse<String> answer = researcher.send(researcher
                .request("/follow/close")
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + researcher.token())));
        return answer.statusCode();
    }

    @Test
    void a_link_cannot_be_used_by_a_page_elsewhere() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            String path = "/i/" + study.link("R1");
            Visitor visitor = study.stranger();
            assertThat(enter(visitor, path, "Origin", "http://evil.test")).isEqualTo(403);
            assertThat(enter(visitor, path, "Origin", "null")).isEqualTo(403);
            assertThat(enter(visitor, path, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
            assertThat(visitor.cookies()).isEmpty();
            assertThat(enter(visitor, path, "Sec-Fetch-Site", "same-origin")).isEqualTo(303);
        }
    }

    private static int enter(Visitor visitor, String path, String header, String value) {
        return visitor.send(visitor.request(path).header(header, value).POST(BodyPublishers.noBody()))
                .statusCode();
    }

    @Test
    void a_reader_sees_the_pictures_of_their_own_cases_only_and_only_when_their_time_has_come() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor one = study.begun("R1");
            Visitor other = study.begun("R2");
            String picture = one.state().at("/current/pictures/0").asText();

            assertThat(one.getBytes(picture).statusCode()).isEqualTo(200);
            assertThat(other.getBytes(picture).statusCode()).isEqualTo(404);
            assertThat(study.stranger().getBytes(picture).statusCode()).isEqualTo(401);
            assertThat(study.researcher().getBytes(picture).statusCode()).isEqualTo(403);

            String later = "/read/picture/"
                    + study.store.access().pictureName(study.reader("R1").id(), 4, 0);
            assertThat(one.getBytes(later).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void progress_counts_and_no_answer_reach_the_researcher() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor one = study.begun("R1");
            one.postJson(
                    "/read/answer",
                    Answers.next(one.state(), 2).put("comment", "CANARY").toString());

            String page = study.researcher().get("/follow").body();
            assertThat(page).contains("R1", "R2").doesNotContain("CANARY");
            assertThat(study.reader("R1").progress(study.store.study()).complete())
                    .isEqualTo(1);
        }
    }
}
