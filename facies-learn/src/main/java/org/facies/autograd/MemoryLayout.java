package org.facies.autograd;

/** How pictures, activations and filters lie in memory. The numbers are the same but for rounding. */
public enum MemoryLayout {
    /** One plane after another. */
    PLANES,
    /** The channels of each pixel together. */
    CHANNELS_LAST
}
