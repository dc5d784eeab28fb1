package org.facies.conformal;

/** The nonconformity score of conformal prediction: how badly a class fits a case. */
public enum Conformity {
    /**
     * One minus the probability of the class. It gives the smallest sets on average (Sadinle, Lei and Wasserman 2019,
     * "Least ambiguous set-valued classifiers"). A set can be empty.
     */
    LAC("lac") {
        @Override
        public double score(double[] probabilities, int classIndex) {
            return 1 - probabilities[classIndex];
        }
    },
    /**
     * The summed probability of the class and of all more probable classes (Romano, Sesia and Candès 2020, eq. 7). The
     * random part of the equation is omitted, so that the same case always gets the same set. The least probable class
     * of a case always scores 1; if that class is often the true one, sets are larger than necessary.
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
     * The score in [0, 1]; a higher score is a worse fit.
     *
     * @param probabilities double[classes], summing to 1
     */
    public abstract double score(double[] probabilities, int classIndex);
}
