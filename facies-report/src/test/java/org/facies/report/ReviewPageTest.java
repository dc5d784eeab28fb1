package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facies.input.BadInput;
import org.facies.report.review.ReviewPage;
import org.facies.report.review.ReviewStatus;
import org.facies.report.review.ReviewedChild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPageTest {
    private static final Pattern INPUT = Pattern.compile("<input [^>]*id=\"(\\w+)\"[^>]*>");
    private static final List<String> EVERY_CHOICE =
            List.of("ma", "m0", "m1", "ca", "c0", "c1", "sa", "sw", "su", "sr");

    @TempDir
    private Path folder;

    @Test
    void a_child_has_its_crops_diagnosis_bars_and_set_and_says_how_each_model_did() throws IOException {
        String page = page(List.of(child("P1", 0, List.of(ReviewStatus.WRONG, ReviewStatus.CORRECT))));

        assertThat(page)
                .contains("class=\"child c0 wa w0 r1\"", "style=\"--o0:4;--o1:7;--oa:2\"")
                .contains("<span class=\"id\">P1</span>", "<span class=\"diagnosis\">Noonan</span>", "fold 3")
                .contains("src=\"data:image/jpeg;base64,QUJD\" width=\"112\" height=\"112\"")
                .contains("<section class=\"said m0 is-w\">", "none: incorrect", "<section class=\"said m1 is-r\">")
                .contains("--share:0.2500", "25.0\u00a0% <span class=\"calibrated\">(30.0\u00a0%)</span>")
                .contains("90&nbsp;% prediction set: Noonan, none")
                .contains("Noonan<span class=\"dot\" role=\"img\" aria-label=\" (the diagnosis)\">");
    }

    @Test
    void it_says_above_all_else_that_it_is_private_and_reaches_nothing_outside_itself() throws IOException {
        String page = page(List.of(child("P1", 0, List.of(ReviewStatus.WRONG, ReviewStatus.CORRECT))));

        assertThat(page.indexOf("Private: photos of children.")).isBetween(0, page.indexOf("<h1>"));
        assertThat(page)
                .contains("Do not share it.", "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline';")
                .contains("noindex")
                .doesNotContain("<script", "http:", "https:", "href=", "url(");
    }

    @Test
    void every_choice_of_a_filter_has_its_button_its_label_and_its_rules() throws IOException {
        String page = page(List.of());

        List<String> ids = new ArrayList<>();
        Matcher input = INPUT.matcher(page);
        while (input.find()) {
            ids.add(input.group(1));
        }
        assertThat(ids).containsExactlyElementsOf(EVERY_CHOICE);
        assertThat(EVERY_CHOICE)
                .allSatisfy(id -> assertThat(page)
                        .contains("<label for=\"" + id + "\">", "#" + id + ":checked~.top label[for=" + id + "]"));
        assertThat(page)
                .contains("#c1:checked~main .child:not(.c1){display:none}")
                .contains("#m1:checked~main .said:not(.m1){display:none}")
                .contains("#m1:checked~#sw:checked~main .child:not(.w1){display:none}")
                .contains("#ma:checked~#su:checked~main .child:not(.ua){display:none}")
                .contains("#m0:checked~main .child{order:var(--o0)}", "#ma:checked~main .child{order:var(--oa)}")
                .containsPattern("id=\"m1\"[^>]* checked/?>")
                .containsPattern("id=\"ca\"[^>]* checked/?>")
                .containsPattern("id=\"sa\"[^>]* checked/?>");
    }

    @Test
    void names_are_text_whatever_they_hold() throws IOException {
        String page = page(List.of(child("<script>alert(1)</script>", 0, List.of(ReviewStatus.UNSURE))));

        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
    }

    @Test
    void what_goes_wrong_while_children_come_leaves_no_page() {
        Path file = folder.resolve("review.html");

        assertThatThrownBy(() -> new HtmlPages()
                        .review(
                                described(),
                                sink -> {
                                    throw new BadInput("crops", "", "are lost", "Run it again.");
                                },
                                file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("are lost");
        assertThat(folder).isEmptyDirectory();
    }

    private static ReviewPage described() {
        return new ReviewPage("study", List.of("a", "b"), 1, List.of("Noonan", "none"), 1, 2, List.of());
    }

    private String page(List<ReviewedChild> children) throws IOException {
        Path file = folder.resolve("review.html");
        new HtmlPages().review(described(), children::forEach, file);
        return Files.readString(file);
    }

    private static ReviewedChild child(String id, int diagnosis, List<ReviewStatus> statuses) {
        List<ReviewedChild.Answer> answers = new ArrayList<>();
        for (int m = 0; m < statuses.size(); m++) {
            answers.add(new ReviewedChild.Answer(
                    m,
                    m == 0 ? "a" : "b",
                    statuses.get(m),
                    "none",
                    List.of("Noonan", "none"),
                    List.of(
                            new ReviewedChild.Bar("Noonan", true, false, 0.25, 0.3),
                            new ReviewedChild.Bar("none", false, true, 0.75, 0.7))));
        }
        return new ReviewedChild(
                id,
                "Noonan",
                diagnosis,
                "fold 3",
                List.of(new ReviewedChild.Crop("QUJD", 112, 112, "p.jpg")),
                answers,
                statuses.get(0),
                List.of(4, 7).subList(0, statuses.size()),
                2);
    }
}
