package org.facies.autograd;

/** The mode in which a graph runs. */
public enum Mode {
    /** Batch norm uses the batch's statistics and updates the running statistics; dropout is active. */
    TRAINING,
    /** Like {@link #TRAINING} again on the same batch: statistics are not updated again. */
    REPETITION,
    /** Batch norm uses the running statistics; dropout is inactive. */
    EVALUATION;

    boolean trains() {
        return this != EVALUATION;
    }
}
