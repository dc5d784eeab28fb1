package org.facies.conformal;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The guarantee that comes with the coverage of prediction sets. */
public enum Assurance {
    /** On average over cohorts: in about half of the cohorts the coverage is slightly lower (Vovk et al. 2005). */
    AVERAGE("average") {
        @Override
        int beyond(int calibrated, int levelPercent) {
            return (int) ((100L - levelPercent) * (1L + calibrated) / 100);
        }

        @Override
        public int neededSubjects(int levelPercent) {
            int tail = 100 - levelPercent;
            return (100 + tail - 1) / tail - 1;
        }
    },
    /** In at least nine of ten cohorts ("training-conditional validity", Vovk 2012, proposition 2a). */
    @JsonProperty("nine-in-ten")
    NINE_IN_TEN("nine-in-ten") {
        @Override
        int beyond(int calibrated, int levelPercent) {
            BinomialDistribution strange = BinomialDistribution.of(calibrated, (100 - levelPercent) / 100.0);
            int beyond = 0;
            while (beyond < calibrated && strange.cumulativeProbability(beyond) <= BAD_LUCK) {
                beyond++;
            }
            return beyond;
        }

        @Override
        public int neededSubjects(int levelPercent) {
            return (int) Math.ceil(Math.log(BAD_LUCK) / Math.log(levelPercent / 100.0));
        }
    };

    private static final double BAD_LUCK = 0.1;

    private final String key;

    Assurance(String key) {
        this.key = key;
    }

    /** The name in {@code metrics.json}. */
    public String key() {
        return key;
    }

    /**
     * A class is excluded from a set if fewer than this number of its calibration subjects have a score at least as
     * high.
     *
     * @param calibrated calibration subjects of the class
     * @param levelPercent nominal coverage, for example 90
     */
    abstract int beyond(int calibrated, int levelPercent);

    /** The smallest number of calibration subjects of a class with which a set can exclude the class. */
    public abstract int neededSubjects(int levelPercent);
}
