package org.facies.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.facies.cohort.Cohort;
import org.facies.cohort.SyntheticMark;
import org.facies.input.BadInput;
import org.facies.power.Answer.Standing;
import org.facies.progress.Progress;
import org.facies.report.text.Stamp;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On normal classes, whose best possible recall is known: the normal distribution at half their distance. */
class PowerStudyTest {
    private static final PowerSettings STANDARD = settings(List.of(6, 12, 25, 50, 100, 200), Growth.ALL);

    private static final CohortOrigin DRAWN = new CohortOrigin("drawn", Stamp.NONE);

    @TempDir
    private Path folder;

    @Test
    void recall_rises_with_the_number_of_children_towards_what_is_possible() throws InterruptedException {
        PowerCurve curve = curve(GaussianCohort.of(200, 200, 2.5, 1), STANDARD);

        double best = NormalDistribution.of(0, 1).cumulativeProbability(1.25);
        double first = recall(curve, 0);
        double last = recall(curve, 5);
        assertThat(first).isLessThan(last - .1);
        assertThat(last).isCloseTo(best, within(.05));
        assertThat(curve.answer().standing()).isEqualTo(Standing.DRAWN);
        assertThat(curve.answer().children().value()).isBetween(13.0, 100.0);
        assertThat(curve.extrapolated()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.size()).isGreaterThan(200);
            assertThat(point.recall().value()).isBetween(last - .05, 1.0);
        });
    }

    /** Over six cohorts: the smallest draws of one are 120 coin tosses, and four standard errors of those are 0.18. */
    @Test
    void without_an_effect_recall_is_chance_at_every_size_and_no_number_is_named() throws InterruptedException {
        PowerSettings settings = settings(List.of(6, 12, 25, 50, 100), Growth.ALL);
        double[] sums = new double[5];
        for (long seed = 1; seed <= 6; seed++) {
            PowerCurve curve = curve(GaussianCohort.of(100, 101, 0, seed), settings);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += curve.points().get(i).scores().balancedAccuracy().value();
            }
            assertThat(curve.answer().standing()).as("seed " + seed).isEqualTo(Standing.NOT_KNOWN);
            assertThat(curve.answer().sentence())
                    .startsWith("More children alone will probably not reach 80\u00a0% recall of rare: ");
        }

        assertThat(sums).containsExactly(new double[] {3, 3, 3, 3, 3}, within(6 * .06));
    }

    @Test
    void a_target_beyond_the_cohort_is_called_extrapolated() throws InterruptedException {
        PowerSettings few = settings(List.of(6, 9, 14, 20, 30), Growth.ALL);

        PowerCurve curve = curve(GaussianCohort.of(30, 30, 2.5, 3), few);

        assertThat(curve.answer().standing()).isIn(Standing.EXTRAPOLATED, Standing.NOT_KNOWN);
        assertThat(curve.answer().sentence()).contains("fitted curve (inverse power law)");
    }

    @Test
    void draws_of_a_repeat_are_nested_and_keep_the_proportions() {
        EmbeddedCohort cohort = GaussianCohort.of(20, 60, 1, 4);
        DrawPlan plan = new DrawPlan(cohort.cohort(), "rare", Growth.ALL, 3, 9);

        Cohort small = plan.draw(new Draw(5, 2));
        Cohort large = plan.draw(new Draw(10, 2));

        assertThat(large.subjects()).hasSize(40).containsAll(small.subjects());
        assertThat(small.subjects()).hasSize(20);
        assertThat(plan.draw(new Draw(5, 3)).subjects()).isNotEqualTo(small.subjects());
        assertThat(new DrawPlan(cohort.cohort(), "rare", Growth.RARE, 3, 9)
                        .draw(new Draw(5, 2))
                        .subjects())
                .hasSize(65);
    }

    @Test
    void finished_draws_are_kept_and_the_rest_gives_the_same_bytes_on_any_number_of_threads()
            throws InterruptedException, IOException {
        EmbeddedCohort cohort = GaussianCohort.of(30, 60, 2, 5);
        PowerSettings few = settings(List.of(6, 12, 18, 30), Growth.RARE);
        PowerFiles whole = new PowerFiles(folder.resolve("whole"));
        whole.write(
                few, DRAWN, "m", List.of(new PowerStudy(few, whole.draws(), 1, new Silent(9999)).curve("c", cohort)));
        PowerFiles cut = new PowerFiles(folder.resolve("cut"));

        assertThatThrownBy(() -> new PowerStudy(few, cut.draws(), 2, new Silent(11)).curve("c", cohort))
                .isInstanceOf(CancellationException.class);
        Silent rest = new Silent(9999);
        cut.write(few, DRAWN, "m", List.of(new PowerStudy(few, cut.draws(), 3, rest).curve("c", cohort)));

        assertThat(rest.steps).isEqualTo(4 * few.repeats() - 11);
        assertThat(cut.csv()).hasSameBinaryContentAs(whole.csv());
        assertThat(cut.page()).hasSameBinaryContentAs(whole.page());
        assertThat(Files.readString(cut.page()))
                .contains("not that of fine-tuning")
                .doesNotContain("s1.jpg");
    }

    @Test
    void curves_of_synthetic_faces_say_so_in_the_page_each_chart_and_each_row()
            throws InterruptedException, IOException {
        PowerSettings few = settings(List.of(6, 12), Growth.RARE);
        PowerFiles files = new PowerFiles(folder.resolve("drawn"));
        PowerCurve curve =
                new PowerStudy(few, files.draws(), 1, new Silent(9999)).curve("c", GaussianCohort.of(12, 24, 2, 5));

        files.write(few, new CohortOrigin("drawn", Stamp.SYNTHETIC), "m", List.of(curve));

        String page = Files.readString(files.page());
        assertThat(page).contains(SyntheticMark.SENTENCE);
        assertThat(page.split("</svg>", -1))
                .filteredOn(part -> part.contains("role=\"img\""))
                .hasSize(2)
                .allMatch(part -> part.contains("class=\"stamp\">" + SyntheticMark.BRIEF));
        assertThat(CsvTable.read(files.csv()).rows())
                .isNotEmpty()
                .allMatch(row -> row.get(SyntheticMark.COLUMN).equals(SyntheticMark.YES));
        files.write(few, DRAWN, "m", List.of(curve));
        assertThat(Files.readString(files.page())).doesNotContain(SyntheticMark.SENTENCE, SyntheticMark.BRIEF);
        assertThat(Files.readString(files.csv())).doesNotContain("synthetic");
    }

    @Test
    void nonsense_is_refused_with_what_to_do() {
        EmbeddedCohort cohort = GaussianCohort.of(20, 60, 1, 6);

        assertThatThrownBy(() -> curve(cohort, settings(List.of(2, 10, 8, 21), Growth.ALL)))
                .isInstanceOf(BadInput.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "sizes: \"2\" is fewer than the 3 folds of each draw. Draw at least 3, or lower --folds.",
                        "sizes: \"8\" is not in rising order, or a size occurs twice. Write the sizes as 10,20,40.",
                        "sizes: \"21\" is more than the 20 subjects of rare with a usable photo. Draw at most 20;"
                                + " larger sizes are extrapolated and marked so."));
        assertThatThrownBy(() -> curve(cohort, new PowerSettings(Optional.of("x"), Growth.ALL, List.of(), 5, 3, .8, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessage("rare class: \"x\" is not a class of the cohort. Write one of common, rare.");
        assertThatThrownBy(() -> curve(GaussianCohort.of(2, 9, 1, 7), STANDARD))
                .isInstanceOf(BadInput.class)
                .hasMessage("cohort, class rare: has 2 children with a usable photo, fewer than the 3 folds. Add"
                        + " photos, or lower --folds.");
    }

    @Test
    void sizes_run_up_to_the_whole_class_when_none_are_named() {
        SizeGrid grid = new SizeGrid(GaussianCohort.of(51, 60, 1, 8).cohort(), settings(List.of(), Growth.ALL));

        assertThat(grid.rareClass()).isEqualTo("rare");
        assertThat(grid.sizes()).hasSize(8).startsWith(6).endsWith(51).isSorted();
    }

    private static PowerSettings settings(List<Integer> sizes, Growth growth) {
        return new PowerSettings(Optional.empty(), growth, sizes, 10, 3, .8, 1);
    }

    private PowerCurve curve(EmbeddedCohort cohort, PowerSettings settings) throws InterruptedException {
        return new PowerStudy(settings, folder.resolve("draws.csv"), 1, new Silent(9999)).curve("normal", cohort);
    }

    private static double recall(PowerCurve curve, int point) {
        return curve.points().get(point).scores().recall().get("rare").value();
    }

    /** Counts steps and, like Ctrl-C, ends the work at one of them. */
    private static final class Silent implements Progress {
        private final int last;
        private int steps;

        Silent(int last) {
            this.last = last;
        }

        @Override
        public void say(String line) {}

        @Override
        public Bar start(String task, long total) {
            return new Bar() {
                @Override
                public void at(long step, String note) {
                    if (++steps == last) {
                        throw new CancellationException("interrupted");
                    }
                }

                @Override
                public void close() {}
            };
        }
    }
}
