package org.facies.synth.portrait;

/** Sex of a face, as in the names of the shape targets. */
public enum Sex {
    FEMALE,
    MALE
}
