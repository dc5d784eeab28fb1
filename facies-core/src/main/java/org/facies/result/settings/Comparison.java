package org.facies.result.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the models that are compared may differ in. */
public enum Comparison {
    /** In whatever the study file says; the report names it. */
    @JsonProperty("as-given")
    AS_GIVEN,
    /** In the factors alone: the same layers are trained, for the same epochs, at the same rates. */
    @JsonProperty("matched")
    MATCHED,
    /** In what is chosen inside the folds, from the same number of candidates for each. */
    @JsonProperty("best")
    BEST
}
