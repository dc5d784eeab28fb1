package org.facies.quantise;

import java.util.Locale;
import java.util.Optional;
import org.facies.model.MeasuredCost;

/**
 * A quantised model and its cost.
 *
 * @param onnx the model
 * @param cost for its card
 * @param comparison of the diagnoses
 * @param separation of persons; empty if too few subjects have several photos
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record QuantisationOutcome(
        byte[] onnx, MeasuredCost cost, Comparison comparison, Optional<Separation> separation) {

    private static final double WORTH_IT = 1.05;

    /** The result in a few sentences. */
    public String verdict() {
        return accuracyVerdict() + " " + speedVerdict();
    }

    private String accuracyVerdict() {
        MeasuredCost.Change change = cost.macroF1();
        if (Double.isNaN(change.low())) {
            return "Macro F1 is undefined on this cohort, so the cost of int8 is not known.";
        }
        if (change.high() < 0) {
            return String.format(
                    Locale.ROOT,
                    "int8 is less accurate on this cohort: macro F1 changes by %+.3f, and the whole interval is"
                            + " a loss (at best %+.3f).",
                    change.difference(),
                    change.high());
        }
        return String.format(
                Locale.ROOT,
                "%d children show no certain loss: macro F1 changes by %+.3f; a loss of up to %.3f is possible.",
                cost.subjects(),
                change.difference(),
                Math.max(0, -change.low()));
    }

    private String speedVerdict() {
        MeasuredCost.Speed last = cost.speed().get(cost.speed().size() - 1);
        return last.ratio() < WORTH_IT
                ? String.format(
                        Locale.ROOT,
                        "It is not faster on this machine (%.2f times), so it has no advantage here.",
                        last.ratio())
                : String.format(
                        Locale.ROOT,
                        "On this machine, it is %.2f times as fast in batches of %d.",
                        last.ratio(),
                        last.batch());
    }
}
