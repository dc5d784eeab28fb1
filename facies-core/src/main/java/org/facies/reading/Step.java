package org.facies.reading;

/** The first or the second answer to a case. */
public enum Step {
    /** The answer without the model. */
    FIRST,
    /** The answer after the model's answer was shown. */
    SECOND
}
