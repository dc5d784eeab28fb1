package org.facies.power;

/** What grows with the number of children of the rare class. */
public enum Growth {
    /** All classes, in the proportions of the cohort. */
    ALL,
    /** The rare class only; the others are whole in every draw. */
    RARE
}
