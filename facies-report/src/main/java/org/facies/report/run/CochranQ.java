package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.report.text.Numbers;

/**
 * Cochran's Q test of all models together on the same cases.
 *
 * @param statistic NaN if undefined
 * @param p NaN if undefined
 */
public record CochranQ(double statistic, int degreesOfFreedom, double p) {

    static CochranQ of(JsonNode node) {
        return new CochranQ(
                node.path("statistic").asDouble(Double.NaN),
                node.path("degrees_of_freedom").asInt(),
                node.path("p").asDouble(Double.NaN));
    }

    /** {@code Q = 13.29, 3 degrees of freedom, p = 0.004}. */
    public String text() {
        return "Q\u00a0=\u00a0" + Numbers.statistic(statistic) + ", " + degreesOfFreedom
                + " degrees of freedom, p\u00a0" + Numbers.relation(p);
    }
}
