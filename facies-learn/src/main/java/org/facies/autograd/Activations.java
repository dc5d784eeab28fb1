package org.facies.autograd;

/** What becomes of the activations that a step needs again on its way back. */
public enum Activations {
    /** They are kept. */
    KEPT,
    /** A few are kept, and the others computed again: less memory, about a third more work. Chen et al. 2016. */
    RECOMPUTED
}
