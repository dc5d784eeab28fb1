package org.facies.metric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What counts as one case. */
public enum Level {
    /** A photo. */
    @JsonProperty("photo")
    PHOTO,
    /** A subject, predicted by the mean of its photos' probabilities. */
    @JsonProperty("subject")
    SUBJECT
}
