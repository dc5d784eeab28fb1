package org.facies.uncertainty;

/** What a threshold keeps on the subjects that it is fitted on. */
public enum OperatingPoint {
    /** The highest threshold that finds at least the wanted share of the affected. */
    SENSITIVITY {
        @Override
        boolean isLearntOn(boolean affected) {
            return affected;
        }

        @Override
        double threshold(double[] ascending, double wanted) {
            return ascending.length == 0 ? 0 : ascending[spared(ascending, wanted)];
        }
    },
    /** The lowest threshold that clears at least the wanted share of the unaffected. */
    SPECIFICITY {
        @Override
        boolean isLearntOn(boolean affected) {
            return !affected;
        }

        @Override
        double threshold(double[] ascending, double wanted) {
            return ascending.length == 0 ? 0 : Math.nextUp(ascending[ascending.length - 1 - spared(ascending, wanted)]);
        }
    };

    /** Whether subjects of this kind decide the threshold. */
    abstract boolean isLearntOn(boolean affected);

    /**
     * The threshold; scores at and above it are positive. For no score it is 0.
     *
     * @param ascending scores of the kind that decides
     * @param wanted share, in (0, 1)
     */
    abstract double threshold(double[] ascending, double wanted);

    /** How many may be on the wrong side. */
    private static int spared(double[] ascending, double wanted) {
        return Math.min(ascending.length - 1, (int) Math.floor((1 - wanted) * ascending.length + 1e-9));
    }
}
