package org.facies.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.facies.reading.Arm;
import org.facies.reading.ReadingDesign.InvitedReader;
import org.facies.serve.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryTest {
    @TempDir
    private Path folder;

    @Test
    void a_link_asks_before_it_begins_a_session_and_works_again_on_another_device() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            String link = study.link("R1");
            Visitor first = study.stranger();
            Visitor second = study.stranger();

            HttpResponse<String> page = first.get("/i/" + link);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("R1", "Five faces");
            assertThat(first.cookies()).isEmpty();
            assertThat(first.get("/read").statusCode()).isEqualTo(401);

            HttpResponse<String> entered = first.enter(link, study.store, study.clock::instant);
            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Location").orElseThrow()).endsWith("/read");
            assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("facies-read=")
                    .contains("HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Secure");
            assertThat(second.enter(link, study.store, study.clock::instant).statusCode())
                    .isEqualTo(303);
            assertThat(first.get("/read").statusCode()).isEqualTo(200);
            assertThat(second.get("/read").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void guessed_links_are_not_found_and_ended_ones_say_so() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor visitor = study.stranger();
            for (String guess :
                    new String[] {"0123456789abcdef0123456789abcdef", "1", "%27%20OR%201=1", "..%2e", "ÄÖÜ".repeat(3)
                    }) {
                assertThat(visitor.get("/i/" + URLEncoder.encode(guess, StandardCharsets.UTF_8))
                                .statusCode())
                        .as(guess)
                        .isIn(404, 400);
            }
            String revoked = study.link("R1");
            Visitor reader = study.stranger();
            reader.enter(revoked, study.store, study.clock::instant);
            String valid = study.link("R1");

            assertThat(visitor.get("/i/" + revoked).statusCode()).isEqualTo(410);
            assertThat(visitor.postForm("/i/" + revoked, Map.of()).statusCode()).isEqualTo(410);
            assertThat(reader.get("/read").statusCode())
                    .as("the session of a revoked link")
                    .isEqualTo(401);

            assertThat(visitor.get("/i/" + valid).statusCode()).isEqualTo(200);
            study.clock.pass(Duration.ofDays(30));
            assertThat(visitor.get("/i/" + valid).statusCode()).isEqualTo(410);
            assertThat(visitor.postForm("/i/" + valid, Map.of()).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void entering_renews_the_session_and_a_planted_cookie_is_worth_nothing() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            String link = study.link("R1");
            Visitor visitor = study.stranger();
            String planted = "00000000000000000000000000000000";
            visitor.cookies().put("facies-read", planted);
            visitor.enter(link, study.store, study.clock::instant);
            String first = visitor.cookies().get("facies-read");
            assertThat(first).isNotEqualTo(planted);

            visitor.enter(link, study.store, study.clock::instant);
            String second = visitor.cookies().get("facies-read");
            assertThat(second).isNotEqualTo(first);

            Visitor thief = study.stranger();
            thief.cookies().put("facies-read", first);
            assertThat(thief.get("/read").statusCode()).isEqualTo(401);
            thief.cookies().put("facies-read", planted);
            assertThat(thief.get("/read").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_readers_cookie_does_not_open_the_researchers_pages_under_the_other_name() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.newcomer("R1");
            Visitor disguised = study.stranger();
            disguised.cookies().put("facies-follow", reader.cookies().get("facies-read"));

            assertThat(disguised.get("/follow").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void sessions_and_links_outlive_the_server() {
        SetClock clock;
        Visitor before;
        String link;
        try (RunningStudy study = RunningStudy.in(folder)) {
            clock = study.clock;
            link = study.link("R1");
            before = study.stranger();
            before.enter(link, study.store, clock::instant);
        }
        try (RunningStudy study = RunningStudy.again(folder, clock)) {
            Visitor after = study.stranger();
            after.cookies().putAll(before.cookies());
            assertThat(after.get("/read").statusCode()).isEqualTo(200);
            assertThat(study.stranger().get("/i/" + link).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_new_researchers_link_ends_the_one_before() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor before = study.researcher();
            Visitor now = study.researcher();

            assertThat(before.get("/follow").statusCode()).isEqualTo(401);
            assertThat(now.get("/follow").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void one_person_can_be_researcher_and_reader_in_one_browser() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor both = study.researcher();
            both.enter(study.link("R1"), study.store, study.clock::instant);

            assertThat(both.get("/follow").statusCode()).isEqualTo(200);
            assertThat(both.get("/read").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void leaving_ends_the_session() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor reader = study.newcomer("R1");
            String id = reader.cookies().get("facies-read");
            assertThat(reader.postForm("/read/leave", Map.of()).statusCode()).isEqualTo(200);
            assertThat(reader.cookies()).isEmpty();

            reader.cookies().put("facies-read", id);
            assertThat(reader.get("/read").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void the_researcher_adds_a_reader_and_gets_a_link_once() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor researcher = study.researcher();
            HttpResponse<String> added =
                    researcher.postForm("/follow/readers", Map.of("name", "R3", "arm", "sequential", "language", "de"));
            assertThat(added.statusCode()).isEqualTo(200);
            String link = added.body().replaceAll("(?s).*?(http://127.0.0.1:[0-9]+/i/[0-9a-f]{32}).*", "$1");
            assertThat(study.stranger().get(link.replaceAll(".*(/i/.*)", "$1")).statusCode())
                    .isEqualTo(200);
            assertThat(study.reader("R3").arm()).isEqualTo(Arm.SEQUENTIAL);
            assertThat(researcher.get("/follow").body()).contains("R3").doesNotContain(link);
        }
    }

    @Test
    void a_reader_who_cannot_be_added_is_told_and_nothing_is_added() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor researcher = study.researcher();
            Map<String, String> good = Map.of("name", "R3", "arm", "unaided", "language", "en");
            Map<String, String> wrong = Map.of("name", "<b>x</b>", "arm", "both", "language", "xx");
            wrong.forEach((field, value) -> {
                Map<String, String> form = new HashMap<>(good);
                form.put(field, value);
                HttpResponse<String> answer = researcher.postForm("/follow/readers", form);
                assertThat(answer.statusCode()).as(field).isEqualTo(422);
                assertThat(answer.body()).doesNotContain("<b>x</b>");
            });
            assertThat(researcher
                            .postForm("/follow/readers", Map.of("name", "r1", "arm", "unaided", "language", "en"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(study.store.readers()).hasSize(2);
        }
    }

    @Test
    void nothing_is_linked_for_a_stopped_reader_or_in_a_closed_study() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            Visitor researcher = study.researcher();
            String path = "/follow/readers/" + study.reader("R1").id();
            researcher.postForm(path + "/stop", Map.of());
            assertThat(researcher.postForm(path + "/link", Map.of()).statusCode())
                    .isEqualTo(409);
            researcher.postForm(path + "/resume", Map.of());
            assertThat(researcher.postForm(path + "/link", Map.of()).statusCode())
                    .isEqualTo(200);
            researcher.postForm("/follow/close", Map.of());
            assertThat(researcher.postForm(path + "/link", Map.of()).statusCode())
                    .isEqualTo(409);
            assertThat(researcher
                            .postForm("/follow/readers", Map.of("name", "R3", "arm", "unaided", "language", "en"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(researcher.postForm("/follow/readers/99/stop", Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(researcher.postForm("/follow/readers/x/stop", Map.of()).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void simulated_readers_are_marked() {
        try (RunningStudy study = RunningStudy.in(folder)) {
            study.store.addReader(new InvitedReader("S1", Arm.UNAIDED, "en"), true, study.clock.instant());

            assertThat(study.researcher().get("/follow").body()).containsIgnoringCase("simulated");
        }
    }
}
