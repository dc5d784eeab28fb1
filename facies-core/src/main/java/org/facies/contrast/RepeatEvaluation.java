package org.facies.contrast;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.facies.metric.Estimate;
import org.facies.metric.Metric;
import org.facies.metric.PairedFolds;
import org.facies.metric.PairedModels;
import org.facies.metric.PredictionTable;

/**
 * Evaluates the models of a repeated cross-validation: the mean over the repeats, and the parts of the variance that
 * come from the children, the division into folds and the seed.
 */
public final class RepeatEvaluation {
    private final int divisions;
    private final int seeds;
    private final PairedModels models;
    private final PairedFolds folds;

    private RepeatEvaluation(PredictionTable table, int divisions, int seeds, int threads) {
        this.divisions = divisions;
        this.seeds = seeds;
        List<PredictionTable> repeats = table.repeats();
        this.models = new PairedModels(repeats, ContrastEvaluation.METRICS, threads);
        this.folds = new PairedFolds(repeats);
    }

    /**
     * Evaluates all models of a table.
     *
     * @param table every model on the same photos in each of the divisions 0 to divisions − 1 and with each of the
     *     seeds 0 to seeds − 1
     * @param threads at least 1; the result does not depend on it
     */
    public static RepeatResults of(PredictionTable table, int divisions, int seeds, int threads) {
        RepeatEvaluation evaluation = new RepeatEvaluation(table, divisions, seeds, threads);
        Map<String, RepeatResults.OfModel> results = new LinkedHashMap<>();
        table.models().forEach(model -> results.put(model, evaluation.model(model)));
        return new RepeatResults(divisions, seeds, results);
    }

    private RepeatResults.OfModel model(String model) {
        Map<Metric, RepeatResults.Figure> figures = new EnumMap<>(Metric.class);
        for (Metric metric : ContrastEvaluation.METRICS) {
            figures.put(metric, figure(model, metric));
        }
        return new RepeatResults.OfModel(figures);
    }

    private RepeatResults.Figure figure(String model, Metric metric) {
        double[] inOrder = models.values(model, metric);
        double[][] values = new double[divisions][];
        for (int division = 0; division < divisions; division++) {
            values[division] = Arrays.copyOfRange(inOrder, division * seeds, (division + 1) * seeds);
        }
        Estimate mean = models.mean(model, metric);
        return new RepeatResults.Figure(
                mean,
                folds.spread(model, metric),
                Arrays.stream(values)
                        .map(own -> Arrays.stream(own).boxed().toList())
                        .toList(),
                spread(values, models.standardError(model, metric)));
    }

    /**
     * The variance components of a balanced nested design, seeds within divisions (Searle, Casella and McCulloch 1992,
     * section 3.2). A negative component is set to 0.
     */
    static RepeatResults.Spread spread(double[][] values, double children) {
        int divisions = values.length;
        int seeds = values[0].length;
        double[] means = new double[divisions];
        double within = 0;
        for (int d = 0; d < divisions; d++) {
            means[d] = mean(values[d]);
            within += squares(values[d], means[d]);
        }
        double ofSeed = seeds > 1 ? within / (divisions * (seeds - 1)) : Double.NaN;
        double between = divisions > 1 ? squares(means, mean(means)) / (divisions - 1) : Double.NaN;
        double ofDivision = seeds > 1 ? between - ofSeed / seeds : between;
        return new RepeatResults.Spread(children, Math.sqrt(Math.max(0, ofDivision)), Math.sqrt(ofSeed));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
