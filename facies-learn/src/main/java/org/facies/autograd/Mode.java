package org.facies.autograd;

/** How a graph is run. */
public enum Mode {
    /** Batch norm uses the batch's statistics and updates its own; dropout drops. */
    TRAINING,
    /** As {@link #TRAINING} once more on the same batch: statistics are not updated again. */
    REPETITION,
    /** Batch norm uses its own statistics; dropout passes. */
    EVALUATION;

    boolean trains() {
        return this != EVALUATION;
    }
}
