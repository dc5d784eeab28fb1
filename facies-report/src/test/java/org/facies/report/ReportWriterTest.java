package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facies.input.BadInput;
import org.facies.result.AuditReport;
import org.facies.result.AuditReport.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportWriterTest {
    @TempDir
    private Path run;

    private Html report() throws Exception {
        return Html.read(new ReportWriter().write(run));
    }

    @Test
    void the_report_loads_nothing_and_its_only_script_unfolds_the_page() throws Exception {
        SampleRun.complete(run);
        Html report = report();
        for (String tag : List.of("link", "img", "iframe", "object", "embed", "base", "form")) {
            assertThat(report.all(tag)).as(tag).isEmpty();
        }
        assertThat(report.all("a"))
                .extracting(a -> a.getAttribute("href"))
                .allMatch(href -> href.startsWith("#") || href.equals("?full"));
        assertThat(report.all("script"))
                .hasSize(1)
                .allSatisfy(script -> assertThat(script.getTextContent())
                        .contains("details", "beforeprint", "full")
                        .doesNotContain("http", "fetch", "src"));
        assertThat(Files.readString(run.resolve("report.html"))).doesNotContain("://", "url(", "@import");
    }

    @Test
    void the_measures_of_each_model_stand_with_their_intervals_and_their_spread_over_folds() throws Exception {
        SampleRun.complete(run);
        JsonNode scores = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/arcface-pfm/subject");
        String models = Html.text(report().byId("models"));
        JsonNode accuracy = scores.path("accuracy");
        JsonNode spread = scores.at("/over_folds/accuracy");
        assertThat(models)
                .contains("arcface-pfm " + decimal(accuracy.path("value")) + " " + decimal(accuracy.path("low")) + "–"
                        + decimal(accuracy.path("high")))
                .contains("always “no syndrome” 0.500 – 0.333 0.222 0.500");
        assertThat(models.substring(models.indexOf("If you collected as many other children and trained again")))
                .contains("arcface-pfm " + decimal(spread.path("mean")) + " " + decimal(spread.path("low")) + "–"
                        + decimal(spread.path("high")) + " ± " + decimal(spread.path("sd")));
    }

    @Test
    void the_headline_names_the_best_model_by_the_declared_metric_next_to_the_baseline() throws Exception {
        SampleRun.complete(run);
        JsonNode models = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .path("models");
        double cosface =
                models.at("/cosface-pfm/subject/balanced_accuracy/value").asDouble();
        double arcface =
                models.at("/arcface-pfm/subject/balanced_accuracy/value").asDouble();
        String best = cosface >= arcface ? "cosface-pfm" : "arcface-pfm";
        assertThat(Html.text(report().byId("question")))
                .contains("It is shown first because its balanced accuracy is the highest")
                .contains(String.format(
                        Locale.ROOT,
                        "%s named the correct class for %.0f of 48 children: %.0f %% (95 %% interval ",
                        best,
                        48 * models.at("/" + best + "/subject/accuracy/value").asDouble(),
                        100 * models.at("/" + best + "/subject/accuracy/value").asDouble()))
                .contains("Always answering “no syndrome”, the majority class, would be right in 50 %; the model’s"
                        + " interval starts at ")
                .contains("cross-validation within one cohort, not a prospective test")
                .contains("Only 8 of 48 children belong to Alagille, the rarest class.")
                .contains("If you collected as many other children and trained again, the accuracy of " + best
                        + " may lie anywhere in ");
    }

    @Test
    void the_headline_calls_no_class_the_most_frequent_where_another_is_as_frequent() throws Exception {
        SampleRun.minimal(run, List.of("alagille", "none", "noonan", "williams-beuren"), List.of("only"));
        assertThat(Html.text(report().byId("question")))
                .contains("Guessing one class would be right in 33 %; the model’s interval starts at ")
                .contains("The model is clearly better than guessing.");
    }

    @Test
    void an_alarm_of_the_audit_stands_above_the_answer() throws Exception {
        SampleRun.complete(run);
        writeAudit(Finding.Level.NOTHING_FOUND);
        assertThat(Html.text(report().byId("question"))).doesNotContain("alarm");
        writeAudit(Finding.Level.ALARM);
        assertThat(Html.text(report().byId("question")))
                .contains("The audit raises an alarm. 1 of 1 checks raises an alarm: same person.");
    }

    @Test
    void a_training_that_ended_worse_than_it_began_is_said_in_the_headline_and_next_to_its_curve() throws Exception {
        SampleRun.complete(run);
        assertThat(Html.text(report().byId("question"))).doesNotContain("did not work");
        Files.writeString(run.resolve("trials/cosface-pfm/fold-0/history.csv"), "epoch,train_loss\n1,3.2\n2,4.1\n");
        assertThat(Html.text(report().byId("question")))
                .contains("cosface-pfm: Training did not work: the loss ended higher than it began. Train for more"
                        + " epochs");
        assertThat(Html.text(report().byId("training"))).contains("This is so in 1 of ");
    }

    @Test
    void a_check_that_cannot_tell_is_named_in_the_summary_of_the_audit() throws Exception {
        SampleRun.complete(run);
        writeAudit(Finding.Level.CANNOT_TELL);
        assertThat(Html.text(report().byId("audit")))
                .contains(
                        "None of 1 checks raises an alarm. 1 of them cannot tell, because in this cohort it would miss"
                                + " more than half of what it looks for: same person.")
                .contains("cannot tell");
    }

    private void writeAudit(Finding.Level level) {
        AuditReport.FILE.write(
                run.resolve("audit.json"),
                SampleAudit.of(new Finding("same person", level, "Two subjects look alike.")));
    }

    @Test
    void what_was_chosen_in_each_fold_stands_with_how_much_better_it_looked_there() throws Exception {
        SampleRun.complete(run);
        StringBuilder choices =
                new StringBuilder("model,fold,candidate,settings,metric,subjects,score,standard_error,chosen\n");
        for (int fold = 0; fold < SampleRun.FOLDS; fold++) {
            choices.append("arcface-pfm," + fold + ",1,margin 0.1,balanced_accuracy,38,0.5,0.04,false\n");
            choices.append("arcface-pfm," + fold + ",2,margin 0.3,balanced_accuracy,38,0.9,0.05,true\n");
        }
        Files.writeString(run.resolve("choice.csv"), choices);
        JsonNode scores = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/arcface-pfm/subject");
        double outer = scores.at("/balanced_accuracy/value").asDouble();
        String folds = decimal(scores.at("/folds/3/balanced_accuracy"));

        String section = Html.text(report().byId("choice"));

        assertThat(section)
                .contains("Balanced accuracy was 0.900 inside the folds")
                .contains("what was chosen looked better inside the folds than it is, by "
                        + String.format(Locale.ROOT, "%.3f", 0.9 - outer))
                .containsIgnoringWhitespaces("3 margin 0.3 0.900 ± 0.050 " + folds)
                .containsIgnoringWhitespaces("margin 0.1 0 of 5 0.500")
                .doesNotContain("cosface");
    }

    @Test
    void a_study_that_tunes_nothing_says_nothing_of_choices() throws Exception {
        SampleRun.complete(run);

        assertThat(Files.readString(new ReportWriter().write(run)))
                .doesNotContain("chosen inside the folds?", "on another cohort?");
    }

    @Test
    void confusion_rows_hold_counts_and_shares() throws Exception {
        SampleRun.complete(run);
        JsonNode row = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .at("/models/cosface-pfm/subject/confusion/1");
        Element table = Html.all(report().byId("classes"), "table").stream()
                .filter(each -> each.getAttribute("class").equals("confusion"))
                .filter(each -> Html.text(each).startsWith("cosface-pfm"))
                .findFirst()
                .orElseThrow();
        Element none = Html.all(table, "tr").get(2);
        StringBuilder expected = new StringBuilder("no syndrome");
        for (JsonNode count : row) {
            expected.append(String.format(Locale.ROOT, " %d%.0f %%", count.asInt(), 100 * count.asInt() / 24.0));
        }
        assertThat(Html.text(none)).isEqualTo(expected + " 24");
    }

    @Test
    void many_training_settings_that_come_with_another_difference_are_counted_next_to_the_test() throws Exception {
        SampleRun.complete(run);
        SampleStudy.write(
                run,
                "subject",
                List.of(
                        SampleStudy.model("cosface-pfm"),
                        SampleStudy.model(
                                "arcface-pfm",
                                model -> model.put("pretrained", false)
                                        .withObject("/training")
                                        .put("epochs", 10)
                                        .put("trunk_learning_rate", 0.001)
                                        .put("seed", 2))));
        Html report = report();
        assertThat(Html.text(report.byId("tests"))).contains("pretrained true → false; 3 training settings");
        assertThat(Html.text(report.byId("models"))).contains("training.trunk_learning_rate 0.0003");
    }

    @Test
    void settings_that_models_share_are_told_once_and_those_that_differ_next_to_the_model() throws Exception {
        SampleRun.complete(run);
        SampleStudy.write(
                run,
                "subject",
                List.of(
                        SampleStudy.model(
                                "cosface-pfm",
                                model -> model.put("margin", 0.2)
                                        .withObject("/training")
                                        .put("epochs", 10)),
                        SampleStudy.model(
                                "arcface-pfm",
                                model -> model.put("loss", "arcface")
                                        .put("margin", 0.3)
                                        .withObject("/training")
                                        .put("epochs", 10))));
        Html report = report();
        assertThat(Html.text(report.byId("models"))).contains("cosfacemargin 0.2", "arcfacemargin 0.3");
        assertThat(Html.text(report.byId("models"))).doesNotContain("epochs");
        assertThat(Html.text(report.byId("settings"))).contains("training.epochs10", "folds.k5");
        assertThat(Html.text(report.byId("tests"))).contains("loss cosface → arcface; margin 0.2 → 0.3");
    }

    @Test
    void refused_photos_are_counted_by_reason() throws Exception {
        SampleRun.complete(run);
        assertThat(Html.text(report().byId("cohort")))
                .contains("3 photos could not be used")
                .contains("no face found2")
                .contains("the photo cannot be decoded1")
                .contains("several faces12");
    }

    @Test
    void warnings_of_the_manifest_are_counted_by_kind() throws Exception {
        SampleRun sample = SampleRun.complete(run);
        assertThat(Html.text(report().byId("cohort"))).doesNotContain("Warnings of the manifest");
        sample.writeCohort(
                List.of("manifest.csv row 3, column sex: \"m\" contradicts \"f\" of CHILD-1."),
                Map.of("ages that may not be in months", 1, "two values", 15));
        assertThat(Html.text(report().byId("cohort")))
                .contains("Warnings of the manifest")
                .contains("two values15")
                .contains("ages that may not be in months1");
        assertThat(Files.readString(run.resolve("report.html"))).doesNotContain("CHILD");
    }

    @Test
    void no_subject_and_no_photo_is_named() throws Exception {
        SampleRun.complete(run);
        report();
        assertThat(Files.readString(run.resolve("report.html"))).doesNotContain("CHILD");
    }

    @Test
    void a_split_by_photo_is_warned_of_with_the_number_of_subjects_on_both_sides() throws Exception {
        SampleRun.complete(run).writeStudy("photo");
        Files.writeString(
                run.resolve("folds.csv"),
                "photo,subject,diagnosis,fold\na,s,none,0\nb,s,none,1\nc,t,none,0\nd,u,noonan,1\n");
        Html report = report();
        assertThat(Html.text(report.byId("question")))
                .contains("leak", "1 subject of 3 have photos in more than one fold");
        assertThat(Html.text(report.byId("cohort"))).contains("photo split leaks identity");
    }

    @Test
    void a_split_by_subject_is_not_warned_of() throws Exception {
        SampleRun.complete(run);
        Html report = report();
        assertThat(Html.text(report.byId("question"))).doesNotContain("leak");
        assertThat(Html.text(report.byId("folds"))).doesNotContain("leak");
    }

    @Test
    void hostile_names_stay_text() throws Exception {
        String script = "<script>alert(1)</script>";
        String breakout = "\"><img src=x onerror=alert(2)>&amp;";
        SampleRun sample = SampleRun.minimal(run, List.of(script, "none"), List.of(breakout));
        sample.predictions().write(run.resolve("predictions.csv"));
        Html report = report();
        assertThat(report.all("script")).hasSize(1);
        assertThat(report.all("img")).isEmpty();
        assertThat(report.text()).contains(script, breakout);
    }

    @Test
    void parts_that_a_run_lacks_are_said_to_be_missing() throws Exception {
        SampleRun.minimal(run, List.of("none", "noonan"), List.of("only"));
        assertThat(report().text())
                .contains("The run directory has no cohort.json.")
                .contains("The run directory has no folds.csv.")
                .contains("The run directory has no predictions.csv.")
                .contains("The run directory has no training histories.");
    }

    @Test
    void an_undefined_figure_is_a_dash_with_its_reason() throws Exception {
        SampleRun.minimal(run, List.of("none", "noonan"), List.of("only"));
        Path metrics = run.resolve("metrics.json");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode tree = mapper.readTree(metrics.toFile());
        ObjectNode accuracy = (ObjectNode) tree.at("/models/only/subject/accuracy");
        accuracy.putNull("value").putNull("low").putNull("high").put("reason", "there is no case");
        Files.writeString(metrics, mapper.writeValueAsString(tree));
        assertThat(Html.text(report().byId("models"))).contains("only – there is no case");
    }

    @Test
    void the_same_run_gives_the_same_bytes() throws Exception {
        SampleRun.complete(run);
        byte[] first = Files.readAllBytes(new ReportWriter().write(run));
        byte[] second = Files.readAllBytes(new ReportWriter().write(run));
        assertThat(second).isEqualTo(first);
        try (var files = Files.list(run)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void a_run_without_metrics_is_refused_with_what_to_do() {
        SampleRun.minimal(run, List.of("none", "noonan"), List.of("only"));
        assertThat(run.resolve("metrics.json").toFile().delete()).isTrue();
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .isInstanceOf(BadInput.class)
                .hasMessage(run.resolve("metrics.json")
                        + ": does not exist. Give the run directory of a study that has been run to its end.");
    }

    @Test
    void a_damaged_history_is_named_by_row_and_column() throws Exception {
        SampleRun.complete(run);
        Path history = run.resolve("trials/cosface-pfm/fold-0/history.csv");
        Files.writeString(history, "epoch,train_loss\n1,oops\n");
        assertThatThrownBy(() -> new ReportWriter().write(run))
                .isInstanceOf(BadInput.class)
                .hasMessage(history + " row 2, column train_loss: \"oops\" is not a number."
                        + " Run the study again; the file was changed after it was written.");
    }

    private static String decimal(JsonNode number) {
        return String.format(Locale.ROOT, "%.3f", number.asDouble());
    }
}
