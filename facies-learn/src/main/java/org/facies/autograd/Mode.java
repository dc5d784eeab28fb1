package org.facies.autograd;

/** How a graph is run. */
public enum Mode {
    /** Batch norm uses the batch's statistics and updates its own; dropout drops. */
    TRAINING,
    /** Batch norm uses its own statistics; dropout passes. */
    EVALUATION
}
