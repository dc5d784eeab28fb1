package org.facies.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.reading.Arm;
import org.facies.serve.web.view.EndedPage;
import org.facies.serve.web.view.ErrorPage;
import org.facies.serve.web.view.ExperiencePage;
import org.facies.serve.web.view.FollowPage;
import org.facies.serve.web.view.Frame;
import org.facies.serve.web.view.InvitationPage;
import org.facies.serve.web.view.LinkPage;
import org.facies.serve.web.view.ReadingPage;
import org.facies.serve.web.view.ReadingSettings;
import org.junit.jupiter.api.Test;

class HtmlPagesTest {
    private static final String HOSTILE = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final HtmlPages pages = new HtmlPages();

    @Test
    void texts_of_people_cannot_become_markup() {
        for (String page : all("en", HOSTILE)) {
            assertThat(page).doesNotContain("<script>alert", "<img src=x", "\"'>");
        }
    }

    @Test
    void no_page_has_inline_script_or_style_or_anything_from_elsewhere() {
        for (String page : all("de", "R1")) {
            assertThat(page)
                    .doesNotContain("<style", " style=", " onclick", "http:", "https:", "//")
                    .doesNotContainPattern("<script(?![^>]* src=\"/asset/)")
                    .contains("<html lang=\"de\">", "not clinically reviewed", "kein Medizinprodukt");
        }
    }

    @Test
    void forms_carry_the_token_against_forgery() {
        assertThat(all("en", "R1").stream().filter(page -> page.contains("method=\"post\"")))
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> {
                    int forms = page.split("method=\"post\"", -1).length - 1;
                    int tokens = page.split("name=\"csrf\" value=\"token-1\"", -1).length - 1;
                    assertThat(page.contains("action=\"/i/abc\"") ? tokens + 1 : tokens)
                            .isEqualTo(forms);
                });
    }

    @Test
    void every_status_has_a_sentence_that_says_what_to_do() {
        for (int status : new int[] {400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503}) {
            String sentence = Words.of("en").get("error." + status);
            assertThat(pages.error(new ErrorPage(frame("en"), status))).contains(sentence);
            assertThat(sentence.split("[.;] ", -1).length).isGreaterThan(1);
        }
        assertThat(pages.error(new ErrorPage(frame("en"), 418)))
                .contains(Words.of("en").get("error.400"));
        assertThat(pages.error(new ErrorPage(frame("en"), 504)))
                .contains(Words.of("en").get("error.500"));
    }

    @Test
    void a_simulated_reader_is_stamped_and_gets_no_link() {
        String page = pages.follow(follow("en", "R1", true));
        assertThat(page).contains("<strong class=\"stamp\">simulated</strong>").doesNotContain("/link\"");
        assertThat(pages.follow(follow("en", "R1", false)))
                .doesNotContain("simulated")
                .contains("/follow/readers/7/link\"");
    }

    @Test
    void a_letter_is_in_the_language_of_the_reader() {
        String page = pages.link(link("en", "R1", "de"));
        assertThat(page)
                .contains("<html lang=\"en\">", "lang=\"de\">Liebe Kollegin", "/i/0123", "2026-11-30 12:00 UTC");
    }

    private List<String> all(String language, String person) {
        Frame frame = frame(language);
        ReadingSettings settings = settings(person);
        List<String> all = new ArrayList<>(List.of(
                pages.invitation(new InvitationPage(frame, person, false, "/i/abc")),
                pages.invitation(new InvitationPage(frame, "", true, "/i/abc")),
                pages.experience(new ExperiencePage(
                        frame,
                        person,
                        settings,
                        new ExperiencePage.Given(person, person, person),
                        List.of(ExperiencePage.Problem.values()))),
                pages.reading(new ReadingPage(frame, person, settings)),
                pages.follow(follow(language, person, false)),
                pages.error(new ErrorPage(frame, 404))));
        for (EndedPage.Reason reason : EndedPage.Reason.values()) {
            all.add(pages.ended(new EndedPage(frame, person, reason, 3, 9)));
        }
        if (!language.equals("de")) {
            all.add(pages.link(link(language, person, "en")));
        }
        return all;
    }

    private static FollowPage follow(String language, String person, boolean simulated) {
        return new FollowPage(
                frame(language),
                List.of(new FollowPage.Row(
                        7,
                        person,
                        Arm.UNAIDED,
                        "en",
                        FollowPage.Standing.READING,
                        3,
                        9,
                        Optional.of(NOON),
                        Optional.empty(),
                        simulated)),
                true,
                Optional.empty(),
                Optional.of(person),
                true);
    }

    private static LinkPage link(String language, String person, String letters) {
        return new LinkPage(frame(language), person, letters, "/i/0123", NOON, true, 3, 9, 5);
    }

    private static Frame frame(String language) {
        return new Frame(language, "Faces", Optional.of("token-1"));
    }

    private static ReadingSettings settings(String name) {
        return new ReadingSettings(List.of(name, "B"), true, true, true, true, true, true, 9, 3, 5, 5);
    }
}
