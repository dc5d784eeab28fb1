package org.facies.reader;

/** What a reader study is to find out, which decides how many readers and cases it takes. */
public enum PlanQuestion {
    /** How accurate readers are on average: an interval of a wanted width. */
    MEAN,
    /** Whether readers and one model differ. */
    MODEL,
    /** Whether readers with a model differ from the same readers without it. */
    AIDED
}
