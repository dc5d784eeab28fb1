package org.facies.reader;

/** The question of a reader study, which determines the number of readers and cases that it needs. */
public enum PlanQuestion {
    /** How accurate readers are on average, with an interval of a given width. */
    MEAN,
    /** Whether readers and one model differ. */
    MODEL,
    /** Whether readers with a model differ from the same readers without it. */
    AIDED
}
