package org.facies.reading;

/** The part of a reader study that a presentation belongs to. */
public enum Part {
    /** Practice with the form; not analysed. */
    PRACTICE,
    /** The main part, which is analysed. */
    MAIN,
    /** The second presentation of a case of the main part, to measure intra-reader agreement. */
    REPEAT
}
