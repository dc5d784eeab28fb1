package org.facies.quantise;

import org.facies.metric.Estimate;
import org.facies.metric.Evaluation;
import org.facies.metric.EvaluationSettings;
import org.facies.metric.Level;
import org.facies.metric.Metric;
import org.facies.metric.PairedDifference;
import org.facies.metric.PredictionTable;
import org.facies.model.MeasuredCost.Change;

/**
 * The diagnoses of float32 and int8, compared.
 *
 * @param evaluation of both, float32 first
 * @param accuracy by subject
 * @param macroF1 by subject
 */
public record Comparison(Evaluation evaluation, Change accuracy, Change macroF1) {

    /**
     * Compares.
     *
     * @param predictions of the float32 network, then of the int8 network, on the same photos
     */
    static Comparison of(PredictionTable predictions, EvaluationSettings settings) {
        Evaluation evaluation = Evaluation.of(predictions, settings);
        PairedDifference differences = new PairedDifference(predictions, Level.SUBJECT, settings);
        return new Comparison(
                evaluation,
                change(evaluation, differences, Metric.ACCURACY),
                change(evaluation, differences, Metric.MACRO_F1));
    }

    private static Change change(Evaluation evaluation, PairedDifference differences, Metric metric) {
        double[] values = evaluation.models().values().stream()
                .mapToDouble(model -> model.subject().get(metric).value())
                .toArray();
        Estimate difference = differences.of(metric);
        return new Change(
                values[0],
                values[1],
                difference.interval().low(),
                difference.interval().high());
    }
}
