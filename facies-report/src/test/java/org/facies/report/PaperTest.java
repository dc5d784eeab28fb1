package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.metric.ClassMetric;
import org.facies.metric.Level;
import org.facies.report.run.Run;
import org.facies.report.run.RunReader;
import org.facies.report.text.EstimateText;
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
                .contains("The cohort comprised 96 photos of 48 children: 8 Alagille, 24 no syndrome and 16 Noonan.")
                .contains("3 photos were excluded.")
                .contains("evaluated by 5-fold cross-validation with the same folds for all models (seed 17). Folds"
                        + " were stratified by class, and all photos of a child were in the same fold.")
                .contains("from 200 bootstrap resamples of children, drawn with all their photos within each class")
                .contains("2 models were fitted in every fold. cosface-pfm: dlib-resnet, initialised with its"
                        + " published weights, CosFace (Wang et al. 2018)");
    }

    @Test
    void the_limitations_follow_from_the_results() throws Exception {
        SampleRun.complete(run);
        Run read = RunReader.read(run);
        String headline = read.headlineModel().orElseThrow();
        EstimateText recall = read.scores(headline, Level.SUBJECT).ofClass("alagille", ClassMetric.RECALL);
        String other = read.models().stream()
                .filter(name -> !name.equals(headline))
                .findFirst()
                .orElseThrow();
        assertThat(read.scores(other, Level.SUBJECT)
                        .ofClass("alagille", ClassMetric.RECALL)
                        .intervalText())
                .as("the interval of the other model")
                .isNotEqualTo(recall.intervalText());
        String paper = Html.text(report().byId("paper"));
        assertThat(paper)
                .contains("The cohort is small: 48 children.")
                .contains("The manifest does not record age, ancestry and site,")
                .contains("Only 8 children had Alagille, so the recall of " + headline
                        + " for this class is uncertain (95 % interval "
                        + recall.percentIntervalText().replace('\u00a0', ' ') + ").");
        assertThat(paper).doesNotContain("in both the training and the test part");

        SampleRun.complete(run).writeStudy("photo");
        assertThat(Html.text(report().byId("paper"))).contains("in both the training and the test part");
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
                .contains("12aUse of the data: partitions Analysis The models were evaluated by 5-fold");
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
    void a_figure_that_stands_alone_has_a_rule_for_every_mark_and_needs_no_variables() throws Exception {
        SampleRun.complete(run);
        report();
        Set<String> unstyled = Set.of("axes", "bin", "fold", "value");
        try (Stream<Path> files = Files.list(run.resolve("figures"))) {
            List<Path> drawings =
                    files.filter(file -> file.toString().endsWith(".svg")).toList();
            assertThat(drawings).hasSizeGreaterThan(10).allSatisfy(file -> {
                String svg = Files.readString(file);
                String rules = svg.substring(svg.indexOf("<style>"));
                List<String> names = Pattern.compile("class=\"([^\"]+)\"")
                        .matcher(svg)
                        .results()
                        .flatMap(match -> Stream.of(match.group(1).split(" ")))
                        .filter(name -> !unstyled.contains(name))
                        .distinct()
                        .toList();
                assertThat(names)
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(rules).containsPattern("\\." + name + "\\b"));
                assertThat(rules).doesNotContain("var(", "prefers-color-scheme");
            });
        }
    }

    @Test
    void the_table_of_the_models_holds_mean_and_deviation_over_the_folds() throws Exception {
        SampleRun.complete(run);
        JsonNode folds = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/arcface-pfm/subject/over_folds");

        Html report = report();

        List<String> lines = Files.readAllLines(run.resolve("tables/table-models.csv"));
        assertThat(lines.get(0))
                .isEqualTo(Stream.of(
                                "accuracy", "macro_precision", "macro_recall", "macro_f1", "auc_ovr_macro_within_folds")
                        .map(key -> key + "_mean," + key + "_sd," + key + "_low," + key + "_high")
                        .collect(Collectors.joining(",", "model,", "")));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2))
                .startsWith("arcface-pfm," + folds.at("/accuracy/mean").asDouble() + ","
                        + folds.at("/accuracy/sd").asDouble() + ","
                        + folds.at("/accuracy/low").asDouble() + ","
                        + folds.at("/accuracy/high").asDouble() + ",");
        assertThat(Html.text(report.byId("paper")))
                .contains(String.format(
                                Locale.ROOT,
                                "arcface-pfm %.3f\u00a0±\u00a0%.3f",
                                folds.at("/accuracy/mean").asDouble(),
                                folds.at("/accuracy/sd").asDouble())
                        .replace('\u00a0', ' '));
        assertThat(run.resolve("tables/table-readers.csv")).doesNotExist();
    }

    @Test
    void methods_and_checklist_tell_of_candidates_only_where_something_was_tuned() throws Exception {
        SampleRun.complete(run);
        assertThat(Html.text(report().byId("paper"))).doesNotContain("candidates");
        Files.writeString(run.resolve("choice.csv"), """
                model,fold,candidate,settings,metric,subjects,score,standard_error,chosen
                arcface-pfm,0,1,margin 0.1,balanced_accuracy,38,0.5,0.04,false
                arcface-pfm,0,2,margin 0.3,balanced_accuracy,38,0.9,0.05,true
                """);
        Html report = report();
        assertThat(Html.text(report.byId("paper")))
                .contains("candidate settings were compared by balanced accuracy over held-out children of the"
                        + " training part:"
                        + " arcface-pfm (margin 0.1 or margin 0.3).")
                .containsPattern("26Selection of the final model Training In every fold, the network at the end of"
                        + " training.*candidate settings");
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
