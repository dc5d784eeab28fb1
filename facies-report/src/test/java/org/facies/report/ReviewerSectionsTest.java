package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.facies.report.chart.PrecisionRecallCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers ask, in the report and as files for a paper. */
class ReviewerSectionsTest {
    @TempDir
    private Path run;

    @Test
    void every_question_has_its_section_its_figure_and_its_numbers() throws Exception {
        SampleRun.complete(run);
        JsonNode model = model();

        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.byId("precision-recall")))
                .contains(number(model.at("/subject/per_class/noonan/average_precision/value")));
        assertThat(Html.text(report.byId("sensitivity")))
                .contains(number(model.at("/sensitivity/noonan/points/0/sensitivity/value")))
                .contains(number(model.at("/sensitivity/noonan/points/1/specificity/value")))
                .doesNotContain("Sensitivity for no syndrome");
        assertThat(Html.text(report.byId("net-benefit"))).contains("1 in 1,000 children affected");
        assertThat(Html.text(report.byId("class-calibration")))
                .contains(number(model.at("/class_calibration/noonan/slope/value")));
        assertThat(Html.text(report.byId("photos")))
                .contains("48 pairs of photos of 48 children")
                .contains(number(model.at("/photo_agreement/kappa/value")));
        assertThat(List.of(
                        "pr-0", "sensitivity-0", "net-benefit-0", "class-calibration-1-2", "photo-kappa", "photos-0"))
                .allSatisfy(name -> {
                    assertThat(run.resolve("figures/" + name + ".svg")).isNotEmptyFile();
                    assertThat(run.resolve("figures/" + name + ".csv")).isNotEmptyFile();
                });
        assertThat(run.resolve("figures/net-benefit-0.csv"))
                .content()
                .startsWith("series,threshold,net_benefit,low,high,treat_all,sensitivity,specificity")
                .contains("cosface-pfm,"
                        + model.at("/net_benefit/0/points/0/threshold").asText() + ",");
        assertThat(run.resolve("report.html")).content().doesNotContain("id=\"stenosis\"");
    }

    @Test
    void children_with_pulmonary_stenosis_have_a_section_and_are_no_subgroup_twice() throws Exception {
        SampleRun.complete(run);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode metrics =
                (ObjectNode) mapper.readTree(run.resolve("metrics.json").toFile());
        metrics.path("models").forEach(model -> {
            ObjectNode column = (ObjectNode) model.at("/subgroups/0");
            column.put("column", "pulmonary_stenosis");
            ((ObjectNode) column.at("/groups/0")).put("group", "no");
            ((ObjectNode) column.at("/groups/1")).put("group", "yes");
        });
        Files.writeString(run.resolve("metrics.json"), mapper.writeValueAsString(metrics));
        JsonNode yes = model().at("/subgroups/0/groups/1");

        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.byId("stenosis")))
                .contains(number(yes.at("/accuracy/value")))
                .contains(number(yes.at("/per_class/noonan/sensitivity/value")));
        assertThat(Html.text(report.byId("subgroups"))).doesNotContain("pulmonary_stenosis by");
        assertThat(run.resolve("figures/pulmonary-stenosis.csv")).content().contains("cosface-pfm: with,pooled,");
    }

    @Test
    void the_area_of_the_steps_is_the_average_precision() {
        double[] scores = {0.1, 0.4, 0.35, 0.8, 0.4};
        boolean[] positive = {false, false, true, true, true};

        PrecisionRecallCurve curve = PrecisionRecallCurve.of(scores, positive);

        // 0.8: 1/3 found, precision 1; 0.4: 2/3, 2/3; 0.35: 3/3, 3/4; 0.1: 3/3, 3/5
        assertThat(curve.averagePrecision()).isEqualTo(1 / 3.0 + 2 / 9.0 + 1 / 4.0, within(1e-15));
        assertThat(curve.steps())
                .extracting(PrecisionRecallCurve.Step::threshold)
                .containsExactly(0.8, 0.4, 0.35, 0.1);
    }

    @Test
    void the_average_precision_of_a_curve_is_that_of_metrics_json() throws Exception {
        SampleRun.complete(run);
        new ReportWriter().write(run);

        List<String> rows = Files.readAllLines(run.resolve("figures/pr-2.csv")).stream()
                .filter(row -> row.startsWith("cosface-pfm,"))
                .toList();
        double sum = 0;
        double before = 0;
        for (String row : rows) {
            double recall = Double.parseDouble(row.split(",", -1)[2]);
            sum += (recall - before) * Double.parseDouble(row.split(",", -1)[3]);
            before = recall;
        }

        assertThat(sum)
                .isEqualTo(
                        model().at("/subject/per_class/noonan/average_precision/value")
                                .asDouble(),
                        within(1e-12));
    }

    private JsonNode model() throws Exception {
        return new ObjectMapper().readTree(run.resolve("metrics.json").toFile()).at("/models/cosface-pfm");
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%.3f", value.asDouble()).replace("-", "\u2212");
    }
}
