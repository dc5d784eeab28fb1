package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.report.text.Numbers;

/**
 * How a figure varies over the folds.
 *
 * @param mean NaN where undefined
 * @param sd sample standard deviation, NaN where undefined
 * @param anew the mean, with the 95 % interval for training anew on as many other subjects
 * @param reason why one of them is undefined, or empty
 */
public record Spread(double mean, double sd, Estimate anew, String reason) {

    static Spread of(JsonNode node) {
        double mean = node.path("mean").asDouble(Double.NaN);
        double low = node.path("low").asDouble(Double.NaN);
        double high = node.path("high").asDouble(Double.NaN);
        String reason = node.path("reason").asText("");
        return new Spread(
                mean,
                node.path("sd").asDouble(Double.NaN),
                new Estimate(mean, low, high, node.path("method").asText(""), reason),
                reason);
    }

    /** {@code 0.846 ± 0.012}, or a dash with the reason, or empty if nothing was said. */
    public String text() {
        if (Double.isFinite(mean) && Double.isFinite(sd)) {
            return Numbers.score(mean) + "\u00a0±\u00a0" + Numbers.score(sd);
        }
        return reason.isEmpty() ? "" : "± " + Numbers.UNDEFINED + " " + reason;
    }
}
