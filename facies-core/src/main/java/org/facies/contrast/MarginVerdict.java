package org.facies.contrast;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.facies.statistic.Interval;

/** What an interval says about a margin. */
public enum MarginVerdict {
    /** The whole interval is closer to 0 than the margin. */
    EQUIVALENT,
    /** The whole interval is above 0. */
    SUPERIOR,
    /** The whole interval is above the margin with a minus sign: not worse by as much as the margin. */
    @JsonProperty("non-inferior")
    NON_INFERIOR,
    /** The whole interval is below the margin with a minus sign. */
    INFERIOR,
    /** None of these. */
    INCONCLUSIVE;

    /**
     * The first of the verdicts that holds, in their order.
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

    /** The word for people, as it is written in files. */
    public String word() {
        return this == NON_INFERIOR ? "non-inferior" : name().toLowerCase(Locale.ROOT);
    }
}
