package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far readers agree.
 *
 * @param n cases that all judged
 * @param fleiss with its interval
 * @param standardError of Fleiss' kappa if readers answered by chance
 * @param p that they agree no more than by chance
 * @param categories Fleiss' kappa of each class against all others
 * @param pairs Cohen's kappa of every two
 */
public record Agreement(
        long n, Estimate fleiss, double standardError, double p, Map<String, Double> categories, List<Pair> pairs) {

    /** Two readers. */
    public record Pair(String a, String b, long n, Estimate kappa) {}

    static Agreement of(JsonNode node) {
        JsonNode fleiss = node.path("fleiss_kappa");
        Map<String, Double> categories = new LinkedHashMap<>();
        node.path("per_category")
                .properties()
                .forEach(one -> categories.put(
                        one.getKey(), one.getValue().path("value").asDouble(Double.NaN)));
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode pair : node.path("cohen_kappa")) {
            pairs.add(new Pair(
                    pair.path("a").asText(),
                    pair.path("b").asText(),
                    pair.path("n").asLong(),
                    Estimate.of(pair)));
        }
        return new Agreement(
                node.path("n").asLong(),
                Estimate.of(fleiss),
                fleiss.path("standard_error").asDouble(Double.NaN),
                fleiss.path("p").asDouble(Double.NaN),
                categories,
                pairs);
    }
}
