package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncertaintyReportTest {
    @TempDir
    private Path run;

    /** A quantity that stands in several tables has the same value and interval in each. */
    @Test
    void the_tables_state_one_interval_for_each_quantity() throws Exception {
        SampleRun.complete(run);
        Html report = Html.read(new ReportWriter().write(run));
        for (String model : List.of("cosface-pfm", "arcface-pfm")) {
            String none = cell(report, "classes", "no syndrome, 24 children", model, 5);
            assertThat(cell(report, "screening", "Any syndrome", model, 1)).isEqualTo(none);
            assertThat(none).matches("0\\.\\d{3} 0\\.\\d{3}.0\\.\\d{3}");
        }
        String given = Html.text(report.byId("calibration"));
        String models = Html.text(report.byId("models"));
        JsonNode model = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/cosface-pfm");
        for (String metric : List.of("log_loss", "brier_sum", "ece15")) {
            JsonNode one = model.at("/subject/" + metric);
            String interval = number(one.path("low")) + "–" + number(one.path("high"));
            assertThat(models).as(metric).contains(number(one.path("value")) + " " + interval);
            assertThat(given).as(metric).contains(number(one.path("value")) + " " + interval);
        }
    }

    /** What stands in a column of a model's row, in the first table whose caption begins so. */
    private static String cell(Html report, String section, String caption, String model, int column) {
        return Html.all(report.byId(section), "table").stream()
                .filter(table -> Html.text(Html.all(table, "caption").get(0)).startsWith(caption))
                .flatMap(table -> Html.all(table, "tr").stream())
                .filter(row -> !Html.all(row, "td").isEmpty()
                        && Html.text(Html.all(row, "th").get(0)).equals(model))
                .map(row -> Html.text(Html.all(row, "td").get(column - 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_part_stands_with_the_numbers_of_metrics_json() throws Exception {
        SampleRun.complete(run);
        JsonNode model = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/cosface-pfm");

        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.byId("calibration")))
                .contains("calibrated (method chosen) " + number(model.at("/calibration/after/log_loss/value")))
                .contains("change by calibration " + number(model.at("/calibration/change/log_loss/value")));
        assertThat(Html.text(report.byId("sets")))
                .contains("80 %, average " + number(model.at("/conformal/0/coverage/value")))
                .contains("in every set: needs 45 children to be fitted on");
        assertThat(Html.text(report.byId("abstention"))).contains(number(model.at("/abstention/aurc/value")));
        assertThat(Html.text(report.byId("screening")))
                .contains("24 children with a syndrome, 24 of class “no syndrome”")
                .contains("cosface-pfm " + number(model.at("/screening/auc_within_folds/value")))
                .contains("1 in 1,000");
        assertThat(Html.text(report.byId("novelty")))
                .contains("of the cohort’s own children by mistake; the aim is 5 %.")
                .contains("cosface-pfm " + number(model.at("/novelty/refused/value")));
        assertThat(Html.text(report.byId("subgroups")))
                .contains(model.at("/subgroups/0/finding").asText());
    }

    @Test
    void a_run_without_optional_figures_says_what_it_lacks() throws Exception {
        SampleRun.complete(run);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode metrics = mapper.readTree(run.resolve("metrics.json").toFile());
        metrics.path("models").forEach(model -> ((ObjectNode) model).retain(List.of("subject", "photo", "curves")));
        Files.writeString(run.resolve("metrics.json"), mapper.writeValueAsString(metrics));

        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.byId("sets"))).contains("There are no prediction sets in metrics.json.");
        assertThat(Html.text(report.byId("novelty")))
                .contains(
                        "The run has no distances. They need at least 20 children in the training part of every fold");
        assertThat(Html.text(report.byId("calibration"))).doesNotContain("calibrated (method chosen)");
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%.3f", value.asDouble()).replace('-', '\u2212');
    }
}
