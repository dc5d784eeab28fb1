package org.facies.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.facies.metric.Level;

/**
 * McNemar's test of two models on the same cases.
 *
 * @param bothRight cases that both name rightly
 * @param onlyA cases that only model a names rightly
 * @param onlyB cases that only model b names rightly
 * @param bothWrong cases that both name wrongly
 * @param exact two-sided probability, NaN if undefined
 * @param holm the same, corrected for all pairs of models
 */
public record McNemar(
        String a, String b, long bothRight, long onlyA, long onlyB, long bothWrong, double exact, double holm) {
    /** Below this corrected probability two models are taken to differ. */
    public static final double SIGNIFICANCE = 0.05;

    static McNemar of(JsonNode node) {
        return of(node, "a", "b");
    }

    /** Of the two that stand under these names. */
    static McNemar of(JsonNode node, String first, String second) {
        JsonNode table = node.path("table");
        return new McNemar(
                node.path(first).asText(),
                node.path(second).asText(),
                table.path(0).path(0).asLong(),
                table.path(0).path(1).asLong(),
                table.path(1).path(0).asLong(),
                table.path(1).path(1).asLong(),
                node.path("p_exact").asDouble(Double.NaN),
                node.path("p_holm").asDouble(Double.NaN));
    }

    static boolean isAt(Level level, JsonNode node) {
        return node.path("level").asText().equals(Metrics.key(level));
    }

    /** Whether the test is of these two models, in either order. */
    public boolean isOf(String one, String other) {
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    public boolean differs() {
        return holm < SIGNIFICANCE;
    }

    /** The model that is right more often on the cases where they disagree, b if there is a draw. */
    public String better() {
        return onlyA > onlyB ? a : b;
    }
}
