package org.facies.power;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.facies.metric.Estimate;

/**
 * How many children of the rare class the wanted recall takes.
 *
 * @param standing how well that is known
 * @param children of the rare class; undefined where it cannot be said
 * @param recall at that number, or with all children where it cannot be said
 * @param sentence the answer in words
 */
public record Answer(Standing standing, Estimate children, Estimate recall, String sentence) {

    /** How well an answer is known. */
    public enum Standing {
        /** Within the sizes that were drawn. */
        @JsonProperty("DRAWN")
        DRAWN,
        /** Reached by the smallest draws already: fewer may do. */
        @JsonProperty("AT_THE_SMALLEST")
        AT_THE_SMALLEST,
        /** Beyond the cohort, on the fitted curve. */
        @JsonProperty("EXTRAPOLATED")
        EXTRAPOLATED,
        /** Neither. */
        @JsonProperty("NOT_KNOWN")
        NOT_KNOWN
    }
}
