package org.facies.contrast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.facies.statistic.Interval;

/** The conclusion from an interval and a margin. */
public enum MarginVerdict {
    /** The whole interval is within the margin on both sides of 0. */
    EQUIVALENT,
    /** The whole interval is above 0. */
    SUPERIOR,
    /** The whole interval is above the negative margin: the difference is not worse than the margin. */
    @JsonProperty("non-inferior")
    NON_INFERIOR,
    /** The whole interval is below the negative margin. */
    INFERIOR,
    /** No other verdict applies. */
    INCONCLUSIVE;

    /**
     * The first verdict that applies, in the order of the constants.
     *
     * @param interval with both ends defined
     * @param margin above 0
     */
    static MarginVerdict of(Interval interval, double margin) {
        if (interval.low() > -margin && interval.high() < margin) {
            return EQUIVALENT;
        }
        if (interval.low() > 0) {
            return SUPERIOR;
        }
        if (interval.low() > -margin) {
            return NON_INFERIOR;
        }
        return interval.high() < -margin ? INFERIOR : INCONCLUSIVE;
    }

    /** The word as in the files. */
    public String word() {
        return this == NON_INFERIOR ? "non-inferior" : name().toLowerCase(Locale.ROOT);
    }
}
