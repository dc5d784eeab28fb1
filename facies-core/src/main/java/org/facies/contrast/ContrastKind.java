package org.facies.contrast;

/** The kind of question that a contrast asks; it decides the wording of the report. */
public enum ContrastKind {
    /** The effect of something that some models have and others do not. */
    PRESENCE,
    /** The difference between two levels of a factor. */
    CHANGE,
    /** Whether the effect of one factor depends on another. */
    INTERACTION,
    /** A question that only the name of the contrast describes. */
    NAMED
}
