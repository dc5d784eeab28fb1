package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.RepeatEvaluation;
import org.facies.contrast.SplitEvaluation;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.result.MetricsFile;
import org.facies.result.StudyComparisons;
import org.facies.run.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a study that planned contrasts, repeats and both splits. */
class PlannedReportTest {
    @TempDir
    private Path folder;

    private Html report;

    @BeforeEach
    void write() throws Exception {
        SampleRun.complete(folder);
        RunDirectory run = new RunDirectory(folder);
        PredictionTable first = PredictionTable.read(run.predictions()).first();
        List<Prediction> repeated = new ArrayList<>(first.predictions());
        first.predictions()
                .forEach(one -> repeated.add(new Prediction(
                        one.model(),
                        0,
                        1,
                        one.fold(),
                        one.photo(),
                        one.subject(),
                        one.diagnosis(),
                        one.probabilities(),
                        one.logProbabilities())));
        PredictionTable all = new PredictionTable(first.classes(), repeated);
        EvaluationSettings settings = new EvaluationSettings(1000, 1);
        String a = first.models().get(0);
        String b = first.models().get(1);
        StudyComparisons planned = new StudyComparisons(
                Optional.of(ContrastEvaluation.of(all, List.of(Contrast.pair("one pair", a, b)), 1)),
                Optional.of(RepeatEvaluation.of(all, 1, 2, 1)),
                Optional.of(SplitEvaluation.of(Evaluation.of(first, settings), first, first, settings, 1)));
        MetricsFile.read(run.metrics()).with(planned).write(run.metrics());
        report = Html.read(new ReportWriter().write(folder));
    }

    @Test
    void the_first_result_is_that_of_the_contrasts_and_each_section_is_in_the_contents() {
        assertThat(Html.text(report.byId("question"))).contains("In the contrast “one pair”, accuracy differs by");
        for (String section : List.of("contrasts", "repeats", "splits")) {
            assertThat(report.byId(section)).as(section).isNotNull();
        }
        assertThat(Html.text(report.byId("contents"))).contains("Repeats", "By subject and by photo");
    }

    @Test
    void equal_repeats_have_no_spread_between_seeds_and_equal_splits_no_difference() {
        assertThat(Html.text(report.byId("repeats")))
                .contains("repeated on 1 division of the cohort into folds, with 2 seeds of each training")
                .contains("Accuracy: standard deviations in points");
        assertThat(Html.text(report.byId("splits"))).contains(" 0.0 ");
        assertThat(Html.text(report.byId("question"))).contains("means over 2 repeats of the cross-validation");
    }

    @Test
    void the_contrasts_are_a_table_for_a_paper_and_part_of_the_methods() {
        assertThat(folder.resolve("tables/table-contrasts.csv")).content().contains("one pair,Accuracy,");
        assertThat(Html.text(report.byId("paper")))
                .contains("1 contrast was planned: one pair.", "exact sign-flip test over children");
    }
}
