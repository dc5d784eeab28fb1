package org.facies.reading;

/** Whether a reader sees the model's answer. */
public enum Arm {
    /** One answer a case, without the model. */
    UNAIDED,
    /** A first answer without the model; it is locked, then the model's answer is shown, then a second answer. */
    SEQUENTIAL
}
