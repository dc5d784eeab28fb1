package org.facies.power;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.facies.metric.Estimate;

/**
 * The number of children of the rare class that the target recall needs.
 *
 * @param standing how the number was found
 * @param children of the rare class; undefined if it is not known
 * @param recall at that number, or with all children if the number is not known
 * @param sentence the answer in words
 */
public record Answer(Standing standing, Estimate children, Estimate recall, String sentence) {

    /** How a number was found. */
    public enum Standing {
        /** Within the sizes that were drawn. */
        @JsonProperty("DRAWN")
        DRAWN,
        /** The smallest draws reach the target already; fewer children may be enough. */
        @JsonProperty("AT_THE_SMALLEST")
        AT_THE_SMALLEST,
        /** Beyond the cohort, on the fitted curve. */
        @JsonProperty("EXTRAPOLATED")
        EXTRAPOLATED,
        /** Not found: the target is not reached, or no curve could be fitted. */
        @JsonProperty("NOT_KNOWN")
        NOT_KNOWN
    }
}
