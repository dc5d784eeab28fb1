package org.facies.metric;

/** What the order of one class's probability gives: areas and average precision. NaN where a side has no case. */
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
