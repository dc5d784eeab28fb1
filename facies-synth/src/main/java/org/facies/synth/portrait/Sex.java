package org.facies.synth.portrait;

/** Sex of a face, as the shape targets know it. */
public enum Sex {
    FEMALE,
    MALE
}
