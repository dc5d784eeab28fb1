package org.facies.synth.raster;

/** How fragments reach the frame. All passes draw only what is nearer than what is there. */
public enum Pass {
    /** Front sides, opaque. */
    SOLID,
    /** Both sides, but only where they cover nearly all, as if opaque: strands at the core of hair. */
    CORE,
    /**
     * Both sides, from the farthest triangle to the nearest, over what is there, where they do not cover nearly all.
     */
    SHEER;

    /** From this alpha on a fragment counts as opaque. */
    static final float OPAQUE = 0.8f;
}
