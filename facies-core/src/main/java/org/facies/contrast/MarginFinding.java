package org.facies.contrast;

import java.util.Optional;
import org.facies.schema.Inline;
import org.facies.statistic.Interval;

/**
 * The result of two one-sided tests at 5 % against a margin (Westlake 1981; Schuirmann 1987), read from the 90 %
 * interval.
 *
 * @param interval at 90 %
 */
public record MarginFinding(@Inline Interval interval, MarginVerdict verdict) {
    /** Confidence level of the interval, so that each of the two tests is at 5 %. */
    static final double CONFIDENCE = 0.9;

    /** The finding; empty without an interval. */
    static Optional<MarginFinding> of(Interval interval, double margin) {
        return Double.isNaN(interval.low())
                ? Optional.empty()
                : Optional.of(new MarginFinding(interval, MarginVerdict.of(interval, margin)));
    }
}
