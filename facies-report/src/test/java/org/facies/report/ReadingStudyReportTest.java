package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.report.text.SimulatedMark;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run with a reader study: a model shown, cases repeated, an order known. */
class ReadingStudyReportTest {
    @TempDir
    private Path run;

    private SampleRun sample;

    @BeforeEach
    void writeRun() {
        sample = SampleRun.complete(run);
    }

    @Test
    void readers_with_and_without_the_model_stand_next_to_each_other() throws Exception {
        sample.writeReadingStudy(false);
        Html report = Html.read(new ReportWriter().write(run));
        String readers = Html.text(report.byId("readers"));

        assertThat(readers)
                .contains("2 readers gave a first answer, then saw the answer of cosface-pfm, and answered again.")
                .contains("Each reader without and with the model")
                .contains("How first answers changed after the model’s answer was shown")
                .contains("How often a reader took over the model’s answer")
                .contains("Cases that were shown twice")
                .contains("Over ten cases the share of correct answers changes by")
                .contains("Cannot say", "Accuracy of answered")
                .doesNotContain("simulated");
        assertThat(files(".svg"))
                .extracting(file -> file.getFileName().toString())
                .contains("readers-aided.svg", "readers-position-accuracy.svg", "readers-position-seconds.svg");
        assertThat(Html.text(report.byId("paper")))
                .contains("read in the sequential arm: they gave a first answer, which was locked, saw the answer of"
                        + " the model cosface-pfm")
                .contains("Readers could answer “cannot say”")
                .contains("by Cohen’s kappa on cases that were shown twice")
                .contains("Only 3 readers took part")
                .contains("Readers saw the model’s answer after giving their own first answer.");
    }

    @Test
    void simulated_readers_are_marked_wherever_they_are_shown() throws Exception {
        sample.writeReadingStudy(true);
        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.all("header").get(0)))
                .contains(SimulatedMark.SENTENCE)
                .contains("3 simulated readers");
        String readers = Html.text(report.byId("readers"));
        for (int reader = 0; reader < 3; reader++) {
            String name = "reader-" + reader;
            assertThat(readers).contains(name + " (simulated)");
            assertThat(readers.replace(name + " (simulated)", "")).as(name).doesNotContain(name);
        }
        assertThat(Html.text(report.byId("paper")))
                .contains("All readers were simulated: a program generated the answers, and no person took part.")
                .contains(SimulatedMark.BRIEF);
        assertThat(files(".svg").stream().filter(ReadingStudyReportTest::isOfReaders))
                .hasSizeGreaterThan(6)
                .allSatisfy(file -> assertThat(Files.readString(file))
                        .contains(SimulatedMark.BRIEF + "</desc>")
                        .contains("class=\"stamp\">" + SimulatedMark.BRIEF + "</text>"));
        assertThat(files(".csv").stream().filter(ReadingStudyReportTest::isOfReaders))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(CsvTable.read(file).rows())
                        .isNotEmpty()
                        .allMatch(row -> row.get(SimulatedMark.COLUMN).equals("true")));
        assertThat(files(".csv").stream().filter(file -> file.endsWith("table-models.csv")))
                .hasSize(1)
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("simulated"));
    }

    @Test
    void the_row_with_the_model_follows_the_readers_own_and_neither_is_cut_off() throws Exception {
        sample.writeReadingStudy(true);
        new ReportWriter().write(run);

        Path chart = files(".svg").stream()
                .filter(file -> file.endsWith("readers-aided.svg"))
                .findFirst()
                .orElseThrow();
        List<String> labels = Pattern.compile("class=\"label\">([^<]*)<")
                .matcher(Files.readString(chart))
                .results()
                .map(label -> label.group(1))
                .toList();
        assertThat(labels)
                .containsExactly(
                        "reader-0 (simulated)", "… with the model", "reader-1 (simulated)", "… with the model");
    }

    @Test
    void readers_of_earlier_files_get_the_section_that_they_had() throws Exception {
        sample.writeReaders();
        Html report = Html.read(new ReportWriter().write(run));

        assertThat(Html.text(report.byId("readers")))
                .doesNotContain(
                        "Readers with and without the model",
                        "Learning and fatigue",
                        "Cannot say",
                        "agree with themselves");
    }

    /** Curves of a class that no reader has a point in show none. */
    private static boolean isOfReaders(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", ".svg");
        return name.startsWith("readers-")
                || name.startsWith("table-readers")
                || (name.startsWith("roc-") && text(file.resolveSibling(name)).contains("Reader reader-"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> files(String ending) {
        return Stream.of("figures", "tables")
                .map(run::resolve)
                .filter(Files::isDirectory)
                .flatMap(ReadingStudyReportTest::list)
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
