package org.facies.synth.raster;

/** A way of drawing fragments. All passes draw only fragments nearer than the present content. */
public enum Pass {
    /** Front sides, opaque. */
    SOLID,
    /** Both sides, only where nearly opaque, drawn as opaque: strands in the core of hair. */
    CORE,
    /**
     * Both sides, from the farthest triangle to the nearest, blended over the present content, where not nearly opaque.
     */
    SHEER;

    /** The lowest alpha that counts as opaque. */
    static final float OPAQUE = 0.8f;
}
