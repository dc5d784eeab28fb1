package org.facies.reading;

/** The arm of a reader: without or with the model's answer. */
public enum Arm {
    /** One answer for each case, without the model. */
    UNAIDED,
    /** A first answer without the model, which is locked; then the model's answer is shown; then a second answer. */
    SEQUENTIAL
}
