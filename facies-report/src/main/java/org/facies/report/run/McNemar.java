package org.facies.report.run;

import java.util.List;
import org.facies.metric.ModelComparison;
import org.facies.reader.ReaderComparison;

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

    static McNemar of(ModelComparison core) {
        return of(core.a(), core.b(), core.table(), core.pExact(), core.pHolm());
    }

    /** A model (a) and a reader (b). */
    static McNemar of(ReaderComparison core) {
        return of(core.model(), core.reader(), core.table(), core.pExact(), core.pHolm());
    }

    private static McNemar of(String a, String b, List<List<Long>> table, double exact, double holm) {
        List<Long> rightA = table.get(0);
        List<Long> wrongA = table.get(1);
        return new McNemar(a, b, rightA.get(0), rightA.get(1), wrongA.get(0), wrongA.get(1), exact, holm);
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
