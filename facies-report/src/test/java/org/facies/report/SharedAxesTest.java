package org.facies.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facies.table.CsvFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that stand next to each other are compared, so the same value has the same place in all of them. */
class SharedAxesTest {
    private static final Pattern TICK =
            Pattern.compile("<text x=\"([-\\d.]+)\" y=\"([-\\d.]+)\"[^>]* class=\"tick\">([^<]*)<");
    private static final Pattern BAR_OF_BIN = Pattern.compile(
            "<title>(\\d+)\u00a0answers?</title><circle[^>]* r=\"([\\d.]+)\"[^>]*/><rect[^>]* height=\"([\\d.]+)\"");

    @TempDir
    private Path run;

    @BeforeEach
    void write() {
        SampleRun.synthetic(run);
        CsvFile.write(
                run.resolve("trials/arcface-pfm/fold-0/history.csv"),
                List.of("epoch", "train_loss", "learning_rate", "seconds"),
                List.of(
                        List.of("1", "40.0", "0.1", "9"),
                        List.of("2", "20.0", "0.1", "9"),
                        List.of("3", "18.0", "0.1", "9"),
                        List.of("4", "17.0", "0", "9")));
        new ReportWriter().write(run);
    }

    @Test
    void forest_plots_of_the_metrics_of_models_and_readers_have_one_axis() {
        assertThat(sidewaysTicks("forest-.*|readers-.*")).hasSize(6);
        assertThat(sidewaysTicks("forest-.*|readers-.*").stream().distinct()).hasSize(1);
    }

    @Test
    void forest_plots_of_the_recall_of_each_class_have_one_axis() {
        assertThat(sidewaysTicks("recall-.*")).hasSize(3);
        assertThat(sidewaysTicks("recall-.*").stream().distinct()).hasSize(1);
    }

    @Test
    void training_losses_of_all_models_have_the_same_axes() {
        List<String> charts = figures("training-.*");
        assertThat(charts).hasSize(2);
        assertThat(charts.stream().map(SharedAxesTest::ticks).distinct()).hasSize(1);
        assertThat(ticks(charts.get(0)))
                .as("the largest loss of the other model")
                .contains(" 40");
    }

    @Test
    void roc_curves_of_all_classes_have_the_same_axes() {
        assertThat(figures("roc-.*")).hasSize(3);
        assertThat(figures("roc-.*").stream().map(SharedAxesTest::ticks).distinct())
                .hasSize(1);
    }

    @Test
    void reliability_diagrams_before_and_after_scaling_have_the_same_axes_and_the_same_size_for_as_many_answers() {
        List<String> charts = figures("calibration-.*|calibrated-.*");
        assertThat(charts).hasSize(4);
        assertThat(charts.stream().map(SharedAxesTest::ticks).distinct()).hasSize(1);
        List<MatchResult> bins = charts.stream()
                .flatMap(chart -> BAR_OF_BIN.matcher(chart).results())
                .filter(bin -> Double.parseDouble(bin.group(2)) > 2)
                .toList();
        assertThat(bins)
                .hasSizeGreaterThan(8)
                .allSatisfy(bin -> assertThat(bins.stream()
                                .filter(other -> other.group(1).equals(bin.group(1)))
                                .map(other -> other.group(2) + " " + other.group(3))
                                .distinct())
                        .as("radius and height for %s answers", bin.group(1))
                        .hasSize(1));
    }

    /** Ticks with the same height are those of the horizontal axis. */
    private List<String> sidewaysTicks(String names) {
        return figures(names).stream()
                .map(figure -> TICK.matcher(figure)
                        .results()
                        .map(tick -> tick.group(1) + " " + tick.group(3))
                        .toList()
                        .toString())
                .toList();
    }

    private static String ticks(String figure) {
        return TICK.matcher(figure)
                .results()
                .map(tick -> tick.group(1) + " " + tick.group(2) + " " + tick.group(3))
                .toList()
                .toString();
    }

    private List<String> figures(String names) {
        try (Stream<Path> files = Files.list(run.resolve("figures"))) {
            return files.filter(file -> file.getFileName().toString().matches("(" + names + ")\\.svg"))
                    .sorted()
                    .map(SharedAxesTest::text)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
