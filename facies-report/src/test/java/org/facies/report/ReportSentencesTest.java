package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Sentences that explain a chart or a table are open, next to it. */
class ReportSentencesTest {
    @TempDir
    private Path run;

    private Html report() throws Exception {
        return Html.read(new ReportWriter().write(run));
    }

    @Test
    void a_single_model_is_compared_with_guessing_and_not_with_models_that_there_are_not() throws Exception {
        SampleRun.minimal(run, List.of("alagille", "none", "noonan", "williams-beuren"), List.of("only"));
        Html report = report();
        assertThat(Html.text(report.byId("models")))
                .startsWith("How accurate is the model? The accuracy of only is ")
                .contains("Guessing one class reaches 33 % and 25 %.");
        assertThat(Html.text(report.byId("contents"))).contains("Accuracy").doesNotContain("Models compared");
        assertThat(Html.text(report.byId("question"))).doesNotContain("shown first");
    }

    @Test
    void two_models_without_a_difference_are_named_together_with_p() throws Exception {
        SampleRun.complete(run);
        assertThat(Html.text(report().byId("models")))
                .containsPattern("Between (cosface|arcface)-pfm and (cosface|arcface)-pfm, no difference is shown"
                        + " \\(p = [0-9.]+\\)\\. The test is McNemar’s");
    }

    @Test
    void the_smallest_detectable_difference_is_a_link_into_a_folded_part() throws Exception {
        SampleRun.complete(run);
        Html report = report();
        assertThat(Html.all(report.byId("subgroups"), "a"))
                .extracting(link -> link.getAttribute("href"), Html::text)
                .containsExactly(tuple("#detectable", "Smallest detectable difference"));
        Node part = report.byId("detectable");
        while (!part.getNodeName().equals("details")) {
            part = part.getParentNode();
        }
        assertThat(Html.text((Element) part)).startsWith("By ").contains("Smallest detectable difference");
    }

    @Test
    void screening_sets_and_the_coverage_curve_are_explained_where_they_are_open() throws Exception {
        SampleRun.complete(run);
        Html report = report();
        assertThat(Html.text(report.byId("screening")))
                .containsPattern(
                        "At the threshold chosen for a sensitivity of \\d+ %, \\S+ finds \\d+ % .* and raises no"
                                + " alarm for \\d+ % of the others\\.")
                .contains("Threshold chosen for");
        assertThat(Html.text(report.byId("sets")))
                .containsSubsequence("“nine in ten”, it holds for nine of ten cohorts", "80 %, average");
        assertThat(Html.text(report.byId("abstention"))).contains("Further left, only the surest answers are kept.");
    }
}
