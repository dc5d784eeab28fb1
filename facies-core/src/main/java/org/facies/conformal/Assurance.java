package org.facies.conformal;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What the coverage of prediction sets is promised over. */
public enum Assurance {
    /** On average over cohorts: in about half of them somewhat less is covered (Vovk et al. 2005). */
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
    /** In nine of ten cohorts, each by itself ("training-conditional validity", Vovk 2012, proposition 2a). */
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
     * A class is left out where fewer of its calibration subjects than this are at least as strange.
     *
     * @param calibrated calibration subjects of the class
     * @param levelPercent nominal coverage, for example 90
     */
    abstract int beyond(int calibrated, int levelPercent);

    /** With fewer calibration subjects of a class than this no set can leave the class out. */
    public abstract int neededSubjects(int levelPercent);
}
