package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportAccessibilityTest {
    @TempDir
    private Path run;

    private Html report;

    @BeforeEach
    void write() throws Exception {
        SampleRun.complete(run);
        report = Html.read(new ReportWriter().write(run));
    }

    @Test
    void there_is_one_main_landmark_one_top_heading_and_no_level_is_skipped() {
        assertThat(report.all("main")).hasSize(1);
        assertThat(report.all("h1")).hasSize(1);
        int level = 0;
        for (Element element : report.all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int next = element.getTagName().charAt(1) - '0';
                assertThat(next).as(Html.text(element)).isLessThanOrEqualTo(level + 1);
                level = next;
            }
        }
        assertThat(level).isPositive();
    }

    @Test
    void every_table_has_a_caption_and_every_header_cell_a_scope() {
        assertThat(report.all("table")).isNotEmpty().allSatisfy(table -> {
            assertThat(Html.all(table, "caption")).hasSize(1);
            assertThat(Html.text(Html.all(table, "caption").get(0))).isNotEmpty();
        });
        assertThat(report.all("th"))
                .extracting(th -> th.getAttribute("scope"))
                .isSubsetOf(List.of("col", "row", "rowgroup"));
    }

    @Test
    void every_drawing_has_a_title_and_a_description_or_is_hidden() {
        assertThat(report.all("svg")).hasSizeGreaterThan(12).allSatisfy(svg -> {
            if (!svg.getAttribute("aria-hidden").equals("true")) {
                String name = svg.getAttribute("aria-labelledby");
                String description = svg.getAttribute("aria-describedby");
                assertThat(Html.text(report.byId(name))).isNotEmpty();
                assertThat(Html.text(report.byId(description))).isNotEmpty();
            }
        });
    }

    @Test
    void the_answer_comes_first_and_the_contents_follow_the_order_of_the_page() {
        List<String> sections = report.all("section").stream()
                .map(section -> section.getAttribute("id"))
                .toList();
        assertThat(sections).startsWith("question", "models").endsWith("paper", "settings", "glossary");
        assertThat(sections.indexOf("cohort")).isGreaterThan(sections.indexOf("subgroups"));
        assertThat(Html.all(report.byId("contents"), "a"))
                .extracting(a -> a.getAttribute("href").substring(1))
                .containsExactlyElementsOf(sections);
    }

    @Test
    void identifiers_are_unique_and_every_link_leads_somewhere() {
        List<String> ids = report.all("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(report.all("a"))
                .extracting(a -> a.getAttribute("href"))
                .filteredOn(href -> !href.equals("?full"))
                .extracting(href -> href.substring(1))
                .isSubsetOf(ids);
        assertThat(report.all("section"))
                .extracting(section -> section.getAttribute("aria-labelledby"))
                .isSubsetOf(ids);
    }
}
