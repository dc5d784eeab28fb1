package org.facies.metric;

/** What counts as one case. */
public enum Level {
    /** A photo. */
    PHOTO,
    /** A subject, predicted by the mean of its photos' probabilities. */
    SUBJECT
}
