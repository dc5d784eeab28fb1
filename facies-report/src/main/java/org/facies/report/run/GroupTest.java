package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A model against the group of readers by one figure.
 *
 * @param figure its key
 * @param n cases
 * @param difference readers less model, with its interval
 * @param p NaN if undefined
 * @param holm the same, corrected for the models
 */
public record GroupTest(
        String model,
        String figure,
        long n,
        double modelValue,
        double readersMean,
        Estimate difference,
        double p,
        double holm) {

    static GroupTest of(JsonNode node) {
        return new GroupTest(
                node.path("model").asText(),
                node.path("figure").asText(),
                node.path("n").asLong(),
                node.path("model_value").asDouble(Double.NaN),
                node.path("readers_mean").asDouble(Double.NaN),
                Estimate.of(node.path("difference")),
                node.path("p").asDouble(Double.NaN),
                node.path("p_holm").asDouble(Double.NaN));
    }

    /** In words. */
    public String verdict() {
        if (!(holm < McNemar.SIGNIFICANCE)) {
            return "no difference shown";
        }
        return difference.value() > 0 ? "readers are better on average" : "the model is better than readers on average";
    }
}
