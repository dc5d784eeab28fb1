package org.facies.conformal;

/** How strange a class looks for a case: the score that conformal prediction ranks. */
public enum Conformity {
    /**
     * One minus the probability of the class: the smallest sets on average (Sadinle, Lei and Wasserman 2019, "Least
     * ambiguous set-valued classifiers"). A set can be empty.
     */
    LAC("lac") {
        @Override
        public double score(double[] probabilities, int classIndex) {
            return 1 - probabilities[classIndex];
        }
    },
    /**
     * The probability of the class and of all more probable ones (Romano, Sesia and Candès 2020, eq. 7, without the
     * random part, so that the same case always gets the same set). A case's least probable class always scores 1;
     * where that is often the truth, sets are larger than they need be.
     */
    APS("aps") {
        @Override
        public double score(double[] probabilities, int classIndex) {
            double own = probabilities[classIndex];
            double rest = 0;
            for (int c = 0; c < probabilities.length; c++) {
                rest += c != classIndex && probabilities[c] <= own ? probabilities[c] : 0;
            }
            return 1 - rest;
        }
    };

    private final String key;

    Conformity(String key) {
        this.key = key;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /**
     * The score, higher for stranger.
     *
     * @param probabilities double[classes], summing to 1
     */
    public abstract double score(double[] probabilities, int classIndex);
}
