package org.facies.autograd;

/** The memory layout of pictures, activations and filters. It changes numbers only by rounding. */
public enum MemoryLayout {
    /** One plane after another. */
    PLANES,
    /** The channels of each pixel together. */
    CHANNELS_LAST
}
