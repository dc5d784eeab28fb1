package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a report offers to whoever writes the paper. */
class PaperTest {
    @TempDir
    private Path run;

    private Html report() throws Exception {
        return Html.read(new ReportWriter().write(run));
    }

    @Test
    void the_methods_tell_what_the_settings_say() throws Exception {
        SampleRun.complete(run);
        assertThat(Html.text(report().byId("paper")))
                .contains("The cohort held 96 photos of 48 subjects: 8 alagille, 24 none and 16 noonan.")
                .contains("3 photos were left out.")
                .contains(
                        "compared by 5-fold cross-validation with the same folds for all; each class was spread evenly,"
                                + " and all photos of a subject lay in one fold.")
                .contains("from 200 bootstrap resamples of whole subjects within each class")
                .contains("2 models were trained in every fold. cosface-pfm: dlib-resnet, from its published weights,"
                        + " CosFace (Wang et al. 2018)");
    }

    @Test
    void the_limitations_follow_from_the_results() throws Exception {
        SampleRun.complete(run);
        String paper = Html.text(report().byId("paper"));
        assertThat(paper)
                .contains("The cohort is small: 48 subjects.")
                .contains("The manifest does not tell age, ancestry and site,")
                .containsPattern(
                        "Only 8 subjects had alagille, so that its recall is known to 0\\.\\d+–[01]\\.\\d+ at best");
        assertThat(paper).doesNotContain("on both sides of the split");

        SampleRun.complete(run).writeStudy("photo");
        assertThat(Html.text(report().byId("paper"))).contains("on both sides of the split");
    }

    @Test
    void checklists_leave_to_the_author_what_a_run_cannot_know() throws Exception {
        SampleRun.complete(run);
        List<Element> lists = report().all("details").stream()
                .filter(details -> Html.text(details).contains("items answered by the run"))
                .toList();
        assertThat(lists).hasSize(2);
        assertThat(Html.all(lists.get(0), "tr")).hasSize(1 + 52);
        assertThat(Html.all(lists.get(1), "tr")).hasSize(1 + 44);
        assertThat(Html.text(lists.get(0)))
                .contains("17Approval and consent Ethics the author")
                .contains("12aUse of the data: partitions Analysis The models were compared by 5-fold");
    }

    @Test
    void every_figure_of_the_page_is_a_file_with_its_numbers() throws Exception {
        SampleRun.complete(run);
        List<String> ids = report().all("svg").stream()
                .filter(svg -> !svg.getAttribute("aria-hidden").equals("true"))
                .map(svg -> svg.getAttribute("aria-labelledby").replaceAll("-t$", ""))
                .toList();
        Path figures = run.resolve("figures");
        assertThat(ids).hasSizeGreaterThan(10).allSatisfy(id -> {
            assertThat(figures.resolve(id + ".svg"))
                    .content()
                    .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=")
                    .contains("<style>");
            assertThat(figures.resolve(id + ".csv")).content().contains("\n").doesNotContain("NaN");
        });
        try (Stream<Path> files = Files.list(figures)) {
            assertThat(files.count()).isEqualTo(2L * ids.size());
        }
    }

    @Test
    void the_numbers_of_a_figure_are_those_of_the_metrics() throws Exception {
        SampleRun.complete(run);
        report();
        String metrics = Files.readString(run.resolve("metrics.json"));
        List<String> rows = Files.readAllLines(run.resolve("figures/forest-accuracy.csv"));
        assertThat(rows.get(0)).isEqualTo("series,what,value,low,high");
        String[] pooled = rows.get(1).split(",", -1);
        assertThat(pooled[0] + " " + pooled[1]).isEqualTo("cosface-pfm pooled");
        assertThat(metrics).contains(pooled[2], pooled[3], pooled[4]);
        assertThat(rows).hasSize(1 + 2 * (1 + SampleRun.FOLDS));
    }
}
