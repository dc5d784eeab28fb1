package org.facies.report.section;

import java.util.List;
import org.facies.metric.ModelComparison;
import org.facies.reader.ReaderComparison;

/**
 * McNemar's test as a row shows it: two models, or a model (a) and a reader (b), on the same cases.
 *
 * @param table cases that both classified correctly and that only a did, then those that only b did and that neither
 *     did
 * @param exact two-sided probability, NaN if undefined
 * @param holm the same, corrected for all pairs
 */
record PairTest(String a, String b, List<List<Long>> table, double exact, double holm) {
    /** Below this corrected probability two are taken to differ. */
    static final double SIGNIFICANCE = 0.05;

    static PairTest of(ModelComparison test) {
        return new PairTest(test.a(), test.b(), test.table(), test.pExact(), test.pHolm());
    }

    static PairTest of(ReaderComparison test) {
        return new PairTest(test.model(), test.reader(), test.table(), test.pExact(), test.pHolm());
    }

    /** The same with another name for the second. */
    PairTest withB(String name) {
        return new PairTest(a, name, table, exact, holm);
    }

    long bothCorrect() {
        return table.get(0).get(0);
    }

    long onlyA() {
        return table.get(0).get(1);
    }

    long onlyB() {
        return table.get(1).get(0);
    }

    long bothWrong() {
        return table.get(1).get(1);
    }

    /** Whether the test is of these two, in either order. */
    boolean isOf(String one, String other) {
        return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }

    boolean differs() {
        return holm < SIGNIFICANCE;
    }

    /** The one that is correct more often on the cases where they disagree, b if there is a draw. */
    String better() {
        return onlyA() > onlyB() ? a : b;
    }
}
