package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.report.text.Numbers;

/**
 * How a figure varies over the folds.
 *
 * @param anew the mean, with the 95 % interval for training anew on as many other subjects
 * @param sd sample standard deviation, NaN where undefined
 */
public record Spread(Estimate anew, double sd) {

    static Spread of(JsonNode node) {
        Estimate anew = new Estimate(
                node.path("mean").asDouble(Double.NaN),
                node.path("low").asDouble(Double.NaN),
                node.path("high").asDouble(Double.NaN),
                node.path("method").asText(""),
                node.path("reason").asText(""));
        return new Spread(anew, node.path("sd").asDouble(Double.NaN));
    }

    /** NaN where undefined. */
    public double mean() {
        return anew.value();
    }

    /** Why a part is undefined, or empty. */
    public String reason() {
        return anew.reason();
    }

    /** {@code 0.846 ± 0.012}, or a dash with the reason, or empty if nothing was said. */
    public String text() {
        if (anew.isDefined() && Double.isFinite(sd)) {
            return anew.text() + "\u00a0±\u00a0" + Numbers.score(sd);
        }
        return reason().isEmpty() ? "" : "± " + Numbers.UNDEFINED + " " + reason();
    }
}
