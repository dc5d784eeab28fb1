package org.facies.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facies.statistic.CochranQ;
import org.facies.statistic.DeLong;
import org.facies.statistic.Interval;
import org.facies.statistic.McNemar;
import org.facies.statistic.MultipleTesting;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas under curves, and readers, against the golden files. */
class DeLongAndReadersGoldenTest {
    private static final List<String> READERS = List.of("reader-1", "reader-2", "reader-3", "reader-4", "reader-5");

    private final JsonNode golden = Golden.values();
    private final PredictionTable table = Golden.predictions();

    @ParameterizedTest
    @ValueSource(strings = {"alagille", "none", "noonan", "williams-beuren"})
    void areas_and_variances_agree_with_the_textbook_formula(String name) {
        for (String model : List.of("a", "b")) {
            JsonNode expected = golden.at("/subject_level/" + model);
            DeLong area = area(model, name);
            assertThat(area.auc()).isCloseTo(expected.at("/auc_ovr/" + name).asDouble(), within(1e-9));
            assertThat(area.variance())
                    .isCloseTo(expected.at("/auc_ovr_delong_variance/" + name).asDouble(), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alagille", "none", "noonan", "williams-beuren"})
    void paired_comparisons_agree(String name) {
        JsonNode expected = golden.at("/delong_paired_subject_a_vs_b/" + name);
        DeLong.Comparison comparison = area("a", name).compareWith(area("b", name));
        assertThat(comparison.difference()).isCloseTo(expected.get("difference").asDouble(), within(1e-9));
        assertThat(comparison.z()).isCloseTo(expected.get("z").asDouble(), within(1e-9));
        assertThat(comparison.p()).isCloseTo(expected.get("p").asDouble(), within(1e-9));
    }

    @Test
    void an_area_without_positives_is_undefined() {
        DeLong area = DeLong.of(new double[] {0.1, 0.2}, new boolean[] {false, false});
        assertThat(area.auc()).isNaN();
        assertThat(area.variance()).isNaN();
    }

    @Test
    void the_interval_is_normal_and_within_bounds() {
        // By hand: two positives and two negatives, of which the upper negative scores above one positive.
        DeLong area = DeLong.of(new double[] {3, 2, 2.5, 1}, new boolean[] {true, true, false, false});
        assertThat(area.auc()).isEqualTo(0.75);
        assertThat(area.variance()).isCloseTo(0.125, within(1e-12));
        Interval interval = area.interval(0.95);
        assertThat(interval.low()).isCloseTo(0.75 - 1.959963984540054 * Math.sqrt(0.125), within(1e-12));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void readers_agree_with_statsmodels() {
        List<Case> subjects = subjects("a");
        boolean[] model = new Sample(subjects, 4).correct();
        boolean[][] correct =
                READERS.stream().map(reader -> correct(reader, subjects)).toArray(boolean[][]::new);
        CochranQ q = CochranQ.of(correct);
        assertThat(q.statistic())
                .isCloseTo(golden.at("/readers/cochran_q/statistic").asDouble(), within(1e-9));
        assertThat(q.p()).isCloseTo(golden.at("/readers/cochran_q/p").asDouble(), within(1e-9));
        double[] p = new double[READERS.size()];
        for (int r = 0; r < p.length; r++) {
            p[r] = McNemar.of(model, correct[r]).pExact();
            JsonNode expected = golden.at("/readers/mcnemar_exact_vs_model_a/" + READERS.get(r) + "/p");
            assertThat(p[r]).isCloseTo(expected.asDouble(), within(1e-9));
        }
        double[] holm = MultipleTesting.holm(p);
        for (int r = 0; r < p.length; r++) {
            assertThat(holm[r])
                    .isCloseTo(golden.at("/readers/holm_of_those_p/" + r).asDouble(), within(1e-9));
        }
    }

    private DeLong area(String model, String name) {
        return Areas.of(subjects(model), Golden.CLASSES.indexOf(name));
    }

    private List<Case> subjects(String model) {
        List<Case> subjects = new ArrayList<>(Case.of(Level.SUBJECT, table.of(model), Golden.CLASSES));
        subjects.sort(Comparator.comparing(Case::id));
        return subjects;
    }

    private static boolean[] correct(String reader, List<Case> subjects) {
        CsvTable csv = CsvTable.read(Golden.file("readers.csv")).require("reader", "subject", "answer");
        boolean[] correct = new boolean[subjects.size()];
        csv.rows().stream().filter(row -> row.get("reader").equals(reader)).forEach(row -> {
            for (int i = 0; i < correct.length; i++) {
                if (subjects.get(i).id().equals(row.get("subject"))) {
                    correct[i] = Golden.CLASSES.get(subjects.get(i).truth()).equals(row.get("answer"));
                }
            }
        });
        return correct;
    }
}
