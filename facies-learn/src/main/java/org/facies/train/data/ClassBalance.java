package org.facies.train.data;

/** What is done for rare classes. */
public enum ClassBalance {
    NONE,
    /** Loss weights proportional to 1 / √n. */
    SQRT_WEIGHTS,
    /** Loss weights proportional to 1 / n. */
    BALANCED_WEIGHTS,
    /** Every class is drawn equally often; no loss weights. */
    BALANCED_SAMPLING
}
