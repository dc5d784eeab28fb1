package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.facies.contrast.Contrast;
import org.facies.contrast.ContrastEvaluation;
import org.facies.contrast.ContrastResults;
import org.facies.contrast.Contrasts;
import org.facies.contrast.Factor;
import org.facies.metric.Prediction;
import org.facies.metric.PredictionTable;
import org.facies.report.section.ContrastSection;
import org.facies.report.section.ModelSection;
import org.facies.report.section.PaperTable;
import org.facies.result.ContrastFairness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastSectionTest {
    private static final List<Factor> FACTORS = List.of(
            Factor.presence("pretraining", List.of("pa", "pc"), List.of("fa", "fc")),
            new Factor(
                    "loss",
                    List.of(
                            new Factor.Level("arcface", List.of("pa", "fa")),
                            new Factor.Level("cosface", List.of("pc", "fc")))));

    @TempDir
    private Path folder;

    /** Of 60 subjects pa has 54 correct, pc 48, fa 40 and fc 30: +0.267, +0.133 and −0.067. */
    @Test
    void the_answer_has_a_sentence_for_each_contrast() {
        assertThat(ContrastSection.answer(results(5, 1)))
                .matches("Pretraining adds \\+26\\.7\u00a0points of accuracy \\(95\u00a0% interval \\+[^;]* to"
                        + " \\+[^;]*\\)\\."
                        + " The loss \\(arcface minus cosface\\) changes accuracy by \\+13\\.3\u00a0points"
                        + " \\(.*\\)\\."
                        + " Their interaction \\(how much one effect depends on the other\\)"
                        + " is \u22126\\.7\u00a0points of accuracy \\(.*\\); no difference is shown\\.");
    }

    @Test
    void the_title_asks_what_the_factors_do() {
        assertThat(ContrastSection.of(results(5, 1)).title())
                .isEqualTo("What does pretraining add? What does the loss change?");
        assertThat(ContrastSection.of(ContrastEvaluation.of(
                                table(5), List.of(Contrast.pair("large against small", "pa", "fc")), 1))
                        .title())
                .isEqualTo("What do the planned contrasts show?");
    }

    @Test
    void a_contrast_says_its_test_and_that_an_interval_with_0_shows_no_equality() {
        ContrastSection section = ContrastSection.of(results(5, 1));
        assertThat(section.parts().get(0).sentence())
                .contains("sign-flip test p\u00a0")
                .contains("corrected for 3 contrasts")
                .doesNotContain("no difference is shown");
        assertThat(section.parts().get(2).sentence())
                .contains("The interval includes 0, so no difference is shown. That does not show that there is none.");
    }

    @Test
    void a_contrast_that_takes_away_does_not_add() {
        Factor worse = Factor.presence("augmentation", List.of("fc"), List.of("pa"));
        assertThat(ContrastSection.answer(ContrastEvaluation.of(table(5), Contrasts.ofFactors(List.of(worse)), 1)))
                .startsWith("Augmentation changes accuracy by \u221240.0\u00a0points (95\u00a0% interval \u2212");
    }

    @Test
    void a_margin_has_its_verdict_in_the_sentence_and_in_the_table() {
        Contrast pair = Contrast.pair("the same twice", "pa", "twin").withMargin(.1);
        ContrastSection section = ContrastSection.of(ContrastEvaluation.of(table(5), List.of(pair), 1));
        ContrastSection.Part part = section.parts().get(0);
        assertThat(part.sentence())
                .contains("With a margin of 10 points, this is equivalent (90\u00a0% interval \u22123.8 to +3.8).");
        assertThat(part.rows().get(0).cells().get(2).value()).isEqualTo("equivalent");
        assertThat(part.rows().get(0).cells().get(0).reason())
                .startsWith("the models are correct on the same subjects");
        assertThat(part.rows().get(2).cells().get(2).value()).isEmpty();
    }

    @Test
    void without_folds_the_section_says_why_there_is_one_interval() {
        ContrastSection section = ContrastSection.of(results(1, 1));
        assertThat(section.figures()).endsWith("There are no intervals for retrained models: there is a single fold.");
        assertThat(section.parts())
                .allSatisfy(part -> assertThat(part.sentence()).doesNotContain("retrained"));
        assertThat(section.parts().get(0).rows().get(0).cells().get(1).value()).isEqualTo("–");
    }

    @Test
    void all_charts_share_their_axis_and_hold_both_intervals_as_numbers() {
        ContrastSection section = ContrastSection.of(results(5, 1));
        List<String> axes = section.parts().stream()
                .map(part -> part.chart().markup().replaceFirst("(?s).*?(<g class=\"axes\">.*?</g>).*", "$1"))
                .distinct()
                .toList();
        assertThat(axes).hasSize(1);
        assertThat(section.parts().get(0).chart().id()).isEqualTo("contrast-1");
        assertThat(section.parts().get(0).chart().data().columns())
                .containsExactly("figure", "interval", "points", "low", "high");
        assertThat(section.parts().get(0).chart().data().rows())
                .filteredOn(row -> row.get(0).equals("Accuracy"))
                .extracting(row -> row.get(1))
                .containsExactly("these models", "if retrained");
    }

    @Test
    void the_table_for_a_paper_has_every_figure_of_every_contrast() {
        PaperTable table = ContrastSection.table(results(5, 1));
        assertThat(table.rows())
                .extracting(ModelSection.Row::name)
                .containsExactly("pretraining", "loss (arcface minus cosface)", "interaction");
        assertThat(table.numbers().rows()).hasSize(3 * 6);
        assertThat(Double.parseDouble(table.numbers().rows().get(0).get(2))).isBetween(.2666, .2667);
    }

    @Test
    void other_differences_of_the_models_are_a_table_with_a_column_for_each_side() throws Exception {
        ContrastResults results = results(5, 1);
        ContrastFairness.Unfair unfair = new ContrastFairness.Unfair(
                results.planned().get(0).contrast(),
                List.of(new ContrastFairness.Difference("start of the head", List.of("whitened"), List.of("random"))));
        Path file = folder.resolve("section.html");
        new HtmlPages()
                .write(
                        file,
                        "section/contrasts.jte",
                        Map.of("contrasts", ContrastSection.of(results).withOthers(List.of(unfair))));
        assertThat(Html.text(Html.read(file).byId("contrasts")))
                .contains("The difference may not be due to pretraining alone. These settings differ too:")
                .contains("Settingpa and pcfa and fc Start of the headwhitenedrandom");
    }

    @Test
    void the_page_shows_sums_charts_tables_and_pairs() throws Exception {
        Path file = folder.resolve("section.html");
        new HtmlPages().write(file, "section/contrasts.jte", Map.of("contrasts", ContrastSection.of(results(5, 1))));
        assertThat(Html.read(file).all("caption")).hasSize(5);
        String html = Files.readString(file);
        assertThat(html)
                .contains("<h2 id=\"contrasts-h\">What does pretraining add? What does the loss change?</h2>")
                .contains("0.5\u00a0×\u00a0pa + 0.5\u00a0×\u00a0pc − 0.5\u00a0×\u00a0fa − 0.5\u00a0×\u00a0fc")
                .contains("<span class=\"letter\">A</span> pa<br/><span class=\"letter\">B</span> fa")
                .doesNotContain("NaN");
        assertThat(html.split("<svg viewBox")).hasSize(1 + 3 + 2);
        assertThat(html.split("<table class=\"measures\">")).hasSize(1 + 1 + 3);
    }

    @Test
    void several_repeats_are_told_and_have_no_test_of_pairs() {
        ContrastSection section = ContrastSection.of(results(5, 3));
        assertThat(section.figures()).contains("Each model was trained 3 times on all folds; its value is the mean.");
        assertThat(section.pairs()).isEmpty();
    }

    private static ContrastResults results(int folds, int repeats) {
        List<PredictionTable> tables = new ArrayList<>();
        for (int r = 0; r < repeats; r++) {
            tables.add(table(folds));
        }
        return ContrastEvaluation.ofRepeats(tables, Contrasts.ofFactors(FACTORS), 1);
    }

    private static PredictionTable table(int folds) {
        List<Prediction> predictions = new ArrayList<>();
        predictions.addAll(of("pa", folds, i -> i % 10 != 3));
        predictions.addAll(of("pc", folds, i -> i % 5 != 2));
        predictions.addAll(of("fa", folds, i -> i % 3 != 1));
        predictions.addAll(of("fc", folds, i -> i % 4 < 2));
        predictions.addAll(of("twin", folds, i -> i % 10 != 3));
        return new PredictionTable(List.of("none", "noonan"), predictions);
    }

    private static List<Prediction> of(String model, int folds, IntPredicate isCorrect) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double ofNone = i < 30 == isCorrect.test(i) ? .7 : .2;
            predictions.add(new Prediction(
                    model, i / 7 % folds, "p" + i, "s" + i, i < 30 ? "none" : "noonan", List.of(ofNone, 1 - ofNone)));
        }
        return predictions;
    }
}
