package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.facies.cohort.SyntheticMark;
import org.facies.metric.EvaluationSettings;
import org.facies.report.power.PowerPage;
import org.facies.report.prediction.PredictionPage;
import org.facies.report.text.Stamp;
import org.facies.result.AuditReport;
import org.facies.result.EvaluationRecord;
import org.facies.result.PredictionRecord;
import org.facies.run.Provenance;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody takes a result on drawn faces for one on children, whichever part of it is passed on. */
class SyntheticStampTest {
    @TempDir
    private Path run;

    @Test
    void every_page_figure_and_table_of_a_synthetic_run_says_so() throws Exception {
        SampleRun.synthetic(run);
        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.all("header").get(0))).contains(SyntheticMark.SENTENCE);
        assertThat(files(".svg"))
                .hasSizeGreaterThan(15)
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .contains(SyntheticMark.BRIEF + "</desc>")
                        .contains("class=\"stamp\">" + SyntheticMark.BRIEF + "</text>"));
        assertThat(report.all("svg").stream()
                        .filter(svg -> !svg.getAttribute("aria-hidden").equals("true"))
                        .map(Html::text))
                .hasSameSizeAs(files(".svg"))
                .allMatch(text -> text.endsWith(SyntheticMark.BRIEF));
        assertThat(files(".csv"))
                .hasSizeGreaterThan(17)
                .anyMatch(file -> file.endsWith("table-models.csv"))
                .anyMatch(file -> file.endsWith("table-readers.csv"))
                .allSatisfy(file -> assertThat(CsvTable.read(file).rows())
                        .isNotEmpty()
                        .allMatch(row -> row.get("synthetic_faces").equals("true")));
        assertThat(Html.text(report.byId("paper")))
                .contains("All faces were synthetic: a computer drew them, they show no real child")
                .contains("The faces are synthetic and the effect sizes are assumptions. The results say nothing about"
                        + " patients.");
        assertThat(Html.all(report.byId("paper"), "caption").stream()
                        .map(Html::text)
                        .filter(text -> text.contains("tables/")))
                .hasSize(2)
                .allMatch(text -> text.contains(SyntheticMark.BRIEF));
    }

    @Test
    void a_run_on_photos_of_children_bears_no_stamp() throws Exception {
        SampleRun.complete(run);
        new ReportWriter().write(run);

        assertThat(Files.readString(run.resolve("report.html")).replaceAll("(?s)<style>.*?</style>", ""))
                .doesNotContainIgnoringCase("synthetic");
        assertThat(files(".svg"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .doesNotContainIgnoringCase("synthetic")
                        .doesNotContain("class=\"stamp\""));
        assertThat(files(".csv"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("synthetic"));
    }

    @Test
    void imported_predictions_of_synthetic_faces_are_stamped_without_a_record_of_the_cohort() throws Exception {
        SampleRun.complete(run);
        Files.delete(run.resolve("study.yaml"));
        Files.delete(run.resolve("cohort.json"));
        for (boolean isSynthetic : List.of(true, false)) {
            EvaluationRecord.FILE.write(
                    run.resolve("evaluation.json"),
                    new EvaluationRecord(
                            "predictions.csv",
                            EvaluationSettings.standard(23),
                            Provenance.ofThisProcess(23, Map.of()),
                            Optional.of(isSynthetic)));
            Html report = Html.read(new ReportWriter().write(run));
            assertThat(Html.text(report.all("header").get(0)).contains(SyntheticMark.SENTENCE))
                    .isEqualTo(isSynthetic);
            assertThat(Html.text(report.byId("paper")).contains("All faces were synthetic"))
                    .isEqualTo(isSynthetic);
        }
    }

    @Test
    void the_pages_of_audit_power_and_predictions_say_so_too() throws Exception {
        AuditReport audit = SampleAudit.of(new AuditReport.Finding(
                "same person", AuditReport.Finding.Level.NOTHING_FOUND, "No two subjects look alike."));
        HtmlPages pages = new HtmlPages();
        for (Stamp stamp : Stamp.values()) {
            Path power = run.resolve("power.html");
            pages.power(
                    new PowerPage(
                            "How many?",
                            List.of("few"),
                            "How many?",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            stamp),
                    power);
            Path answers = run.resolve("answers.html");
            pages.predictions(
                    new PredictionPage(
                            "Not for diagnosis.",
                            new PredictionRecord.Model("m", "00", "2026-01-01", "Research.", "Not signed."),
                            false,
                            1,
                            1,
                            100,
                            stamp),
                    page -> {},
                    answers);
            for (Path page : List.of(pages.audit(audit, stamp, run), power, answers)) {
                assertThat(Html.text(Html.read(page).all("body").get(0)).contains("ynthetic faces")
                                || Html.text(Html.read(page).all("body").get(0)).contains(SyntheticMark.SENTENCE))
                        .as("%s of %s", stamp, page)
                        .isEqualTo(stamp == Stamp.SYNTHETIC);
            }
        }
    }

    private List<Path> files(String ending) {
        return Stream.of("figures", "tables")
                .map(run::resolve)
                .flatMap(folder -> Optional.of(folder).filter(Files::isDirectory).stream())
                .flatMap(SyntheticStampTest::list)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
