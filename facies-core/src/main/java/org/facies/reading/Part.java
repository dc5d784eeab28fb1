package org.facies.reading;

/** What a case is shown for. */
public enum Part {
    /** To learn the form; not analysed. */
    PRACTICE,
    /** To be analysed. */
    MAIN,
    /** A case of the main part for the second time, to see whether the reader agrees with themselves. */
    REPEAT
}
