package org.facies.metric;

import java.util.List;
import org.facies.statistic.McNemar;

/**
 * McNemar's test of two models on the same cases. At photo level the test treats photos of one subject as independent;
 * use the subject level for conclusions.
 *
 * @param table cases that both classified correctly and that only the first did, then those that only the second did
 *     and that neither did
 * @param pExact two-sided binomial p
 * @param chiSquare without continuity correction; NaN if the models never differ
 * @param pChiSquare its p, one degree of freedom
 * @param pHolm the exact p adjusted over all pairs of models at this level
 */
public record ModelComparison(
        String a,
        String b,
        Level level,
        List<List<Long>> table,
        double pExact,
        double chiSquare,
        double pChiSquare,
        double pHolm) {

    public ModelComparison {
        table = table.stream().map(List::copyOf).toList();
    }

    /** The test before p is adjusted. */
    static ModelComparison of(String a, String b, Level level, McNemar test) {
        return new ModelComparison(
                a, b, level, test.table(), test.pExact(), test.chiSquare(), test.pChiSquare(), test.pExact());
    }

    ModelComparison withHolm(double adjusted) {
        return new ModelComparison(a, b, level, table, pExact, chiSquare, pChiSquare, adjusted);
    }

    /** Cases that only the first classified correctly. */
    public long onlyFirst() {
        return table.get(0).get(1);
    }

    /** Cases that only the second classified correctly. */
    public long onlySecond() {
        return table.get(1).get(0);
    }
}
