package org.facies.contrast;

/** What a contrast asks, for the sentences about it. */
public enum ContrastKind {
    /** What something adds that some models have and others lack. */
    PRESENCE,
    /** What changes from one level of a factor to another. */
    CHANGE,
    /** Whether the effect of one factor depends on another. */
    INTERACTION,
    /** What its name says. */
    NAMED
}
