package org.facies.autograd;

/** How to treat the activations that the backward pass needs. */
public enum Activations {
    /** They are kept. */
    KEPT,
    /** A few are kept and the others recomputed: less memory, about a third more work (Chen et al. 2016). */
    RECOMPUTED
}
