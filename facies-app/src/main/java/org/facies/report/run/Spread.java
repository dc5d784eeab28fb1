package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.report.text.Numbers;

/**
 * How a figure varies over the folds.
 *
 * @param mean NaN where undefined
 * @param sd sample standard deviation, NaN where undefined
 * @param reason why one of them is undefined, or empty
 */
public record Spread(double mean, double sd, String reason) {

    static Spread of(JsonNode node) {
        return new Spread(
                node.path("mean").asDouble(Double.NaN),
                node.path("sd").asDouble(Double.NaN),
                node.path("reason").asText(""));
    }

    /** {@code 0.846 ± 0.012}, or a dash with the reason, or empty if nothing was said. */
    public String text() {
        if (Double.isFinite(mean) && Double.isFinite(sd)) {
            return Numbers.score(mean) + "\u00a0±\u00a0" + Numbers.score(sd);
        }
        return reason.isEmpty() ? "" : "± " + Numbers.UNDEFINED + " " + reason;
    }
}
