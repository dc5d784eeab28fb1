package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A report that people finish: a few screens are open, and all else is folded and not lost. */
class ReportLengthTest {
    private static final int MOST_WORDS = 4000;
    private static final Set<String> NOT_READ = Set.of("head", "style", "script", "title", "desc");

    @TempDir
    private static Path run;

    private static Html report;

    @BeforeAll
    static void writeTheReportOfFourModelsWithReaders() throws Exception {
        SampleRun.complete(
                        run,
                        List.of("alagille", "none", "noonan", "williams-beuren"),
                        List.of("cosface-pfm", "arcface-pfm", "cosface-scratch", "arcface-scratch"))
                .writeReadingStudy(true);
        report = Html.read(new ReportWriter().write(run));
    }

    @Test
    void four_models_and_their_readers_take_at_most_4000_words_unfolded() {
        long open = words(body(report), false);

        assertThat(open).isBetween(1500L, (long) MOST_WORDS);
        assertThat(words(body(report), true)).isGreaterThan(3 * open);
    }

    /** Give a run with {@code -Dsurefire.argLine=-Dfacies.report.run=DIR}; the demo has four models and one frozen. */
    @Test
    void the_report_of_a_given_run_takes_at_most_4000_words_unfolded() throws Exception {
        String given = System.getProperty("facies.report.run", "");
        assumeThat(given).isNotEmpty();

        assertThat(words(body(Html.read(Path.of(given, "report.html"))), false)).isLessThanOrEqualTo(MOST_WORDS);
    }

    @Test
    void no_section_has_more_than_450_words_unfolded() {
        assertThat(report.all("section"))
                .allSatisfy(section -> assertThat(words(section, false))
                        .as(section.getAttribute("id"))
                        .isBetween(3L, 450L));
    }

    @Test
    void every_figure_of_the_folder_is_on_the_page() throws Exception {
        List<String> ids = report.all("title").stream()
                .map(title -> title.getAttribute("id"))
                .toList();
        try (var files = Files.list(run.resolve("figures"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".svg"))
                            .map(name -> name.replace(".svg", "-t")))
                    .hasSizeGreaterThan(30)
                    .isSubsetOf(ids);
        }
    }

    @Test
    void the_model_of_the_headline_is_open_and_the_others_are_folded() {
        String answer = Html.text(report.byId("question"));
        String best = answer.replaceFirst(".*? ([a-z-]+) named the correct class for .*", "$1");
        assertThat(best).endsWith("-pfm");
        for (String section : List.of("classes", "screening", "calibration", "sets", "novelty", "training")) {
            String open = open(report.byId(section));
            assertThat(open).as(section).contains(best);
            assertThat(open.replace(best, "")).as(section).doesNotContain("-pfm", "-scratch");
        }
    }

    @Test
    void nothing_is_open_that_should_be_folded_and_every_folded_part_has_a_summary() {
        assertThat(report.all("details")).hasSizeGreaterThan(25).allSatisfy(details -> {
            assertThat(details.hasAttribute("open")).isFalse();
            assertThat(details.getElementsByTagName("summary").getLength()).isEqualTo(1);
        });
    }

    @Test
    void classes_have_the_names_that_people_read() {
        assertThat(Html.text(report.byId("question"))).contains("Alagille, no syndrome, Noonan and Williams–Beuren");
        for (String section : List.of("classes", "screening", "sets", "novelty", "subgroups", "cohort", "readers")) {
            assertThat(Html.text(report.byId(section)))
                    .as(section)
                    .doesNotContain("williams-beuren")
                    .doesNotContainPattern("\\bnoonan\\b");
        }
    }

    private static Element body(Html page) {
        return page.all("body").get(0);
    }

    private static long words(Element element, boolean isAll) {
        String text = isAll ? text(element, true) : open(element);
        return text.isEmpty() ? 0 : text.split(" ").length;
    }

    private static String open(Element element) {
        return text(element, false);
    }

    private static String text(Element element, boolean isAll) {
        StringBuilder text = new StringBuilder();
        collect(element, isAll, text);
        return text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** What a person can read; of a closed part that is its summary. */
    private static void collect(Element element, boolean isAll, StringBuilder text) {
        boolean isClosed = !isAll && element.getTagName().equals("details") && !element.hasAttribute("open");
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text words && !isClosed) {
                text.append(words.getData()).append(' ');
            } else if (child instanceof Element inner
                    && !NOT_READ.contains(inner.getTagName())
                    && (!isClosed || inner.getTagName().equals("summary"))) {
                collect(inner, isAll, text);
            }
        }
    }
}
