package org.facies.train;

/** Where training starts. */
public enum Start {
    /** From the weights in the file. */
    PRETRAINED,
    /** From fresh weights, with batch norm put back where the file has it folded. */
    SCRATCH
}
