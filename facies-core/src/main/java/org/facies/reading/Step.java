package org.facies.reading;

/** Which of the answers to a case. */
public enum Step {
    /** Given without the model. */
    FIRST,
    /** Given after the model's answer was shown. */
    SECOND
}
