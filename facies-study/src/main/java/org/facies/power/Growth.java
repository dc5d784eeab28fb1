package org.facies.power;

/** The classes that grow with the number of children of the rare class. */
public enum Growth {
    /** All classes, in the proportions of the cohort. */
    ALL,
    /** The rare class only; every draw has all subjects of the others. */
    RARE
}
