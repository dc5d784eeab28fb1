package org.facies.metric;

/**
 * Metrics of the ranking by one class's probability: areas and average precision. NaN where the class or all others
 * have no case.
 */
final class ClassRanking {
    private final double auc;
    private final double[] pairwise;
    private final double averagePrecision;

    /** @param pairwise empty where these areas were left out */
    ClassRanking(double auc, double[] pairwise, double averagePrecision) {
        this.auc = auc;
        this.pairwise = pairwise;
        this.averagePrecision = averagePrecision;
    }

    /** The area of the class against all others. */
    double auc() {
        return auc;
    }

    /** The area of the class against one other class alone; NaN for itself. */
    double aucAgainst(int other) {
        return pairwise[other];
    }

    /** The sum over thresholds of precision times the gain in recall, without interpolation. */
    double averagePrecision() {
        return averagePrecision;
    }
}
