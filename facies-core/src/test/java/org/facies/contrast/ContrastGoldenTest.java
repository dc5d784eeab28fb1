package org.facies.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.metric.Estimate;
import org.facies.metric.FoldSpread;
import org.facies.metric.Golden;
import org.facies.metric.Metric;
import org.facies.metric.PredictionTable;
import org.facies.table.CsvRow;
import org.facies.table.CsvTable;
import org.junit.jupiter.api.Test;

/** Against NumPy, SciPy, scikit-learn and statsmodels: {@code bench/contrasts/oracle.py golden} wrote the files. */
class ContrastGoldenTest {
    private static final double TOLERANCE = 1e-9;

    private final Map<String, ContrastResult> results = results();

    @Test
    void every_figure_and_interval_is_that_of_an_independent_implementation() {
        int compared = 0;
        for (CsvRow row : rows()) {
            if (!row.get("figure").equals("test")) {
                ContrastFigure figure = figure(results.get(row.get("contrast")), row.get("figure"));
                Estimate own = figure.theseModels();
                FoldSpread folds = figure.retrained();
                same(row, "value", own.value());
                same(row, "low", own.interval().low());
                same(row, "high", own.interval().high());
                same(row, "mean", folds.mean());
                same(row, "sd", folds.sd());
                same(row, "retrained_low", folds.retrained().low());
                same(row, "retrained_high", folds.retrained().high());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4 * 7);
    }

    @Test
    void the_sign_flip_test_and_its_correction_are_those_of_an_independent_implementation() {
        int compared = 0;
        for (CsvRow row : rows()) {
            if (row.get("figure").equals("test")) {
                AccuracyDifference test = results.get(row.get("contrast")).accuracyTest();
                same(row, "value", (double) test.differing());
                same(row, "low", test.pExact());
                same(row, "high", test.pHolm());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(4);
    }

    private static void same(CsvRow row, String column, double value) {
        String wanted = row.get(column);
        assertThat(value)
                .as("%s of %s of %s", column, row.get("figure"), row.get("contrast"))
                .satisfies(own -> {
                    if (wanted.isEmpty()) {
                        assertThat(own).isNaN();
                    } else {
                        assertThat(own).isCloseTo(Double.parseDouble(wanted), within(TOLERANCE));
                    }
                });
    }

    private static ContrastFigure figure(ContrastResult result, String name) {
        return name.startsWith("recall ")
                ? result.recall().get(name.substring("recall ".length()))
                : result.metrics().entrySet().stream()
                        .filter(entry -> entry.getKey().key().equals(name))
                        .map(Map.Entry<Metric, ContrastFigure>::getValue)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<CsvRow> rows() {
        return CsvTable.read(Golden.file("contrasts/contrasts.csv")).rows();
    }

    private static Map<String, ContrastResult> results() {
        List<Contrast> contrasts = List.of(
                contrast("pretraining", "pc", .5, "pa", .5, "fc", -.5, "fa", -.5),
                contrast("loss", "pa", .5, "fa", .5, "pc", -.5, "fc", -.5),
                contrast("interaction", "pc", 1., "fa", 1., "fc", -1., "pa", -1.),
                Contrast.pair("one pair", "pc", "fc"));
        PredictionTable table = PredictionTable.read(Golden.file("contrasts/predictions.csv"));
        Map<String, ContrastResult> byName = new LinkedHashMap<>();
        ContrastEvaluation.of(table, contrasts, 2)
                .planned()
                .forEach(result -> byName.put(result.contrast().name(), result));
        return byName;
    }

    private static Contrast contrast(String name, Object... weights) {
        Map<String, Double> byModel = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i += 2) {
            byModel.put((String) weights[i], (Double) weights[i + 1]);
        }
        return new Contrast(name, byModel, Optional.empty());
    }
}
