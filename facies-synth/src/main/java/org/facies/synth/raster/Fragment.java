package org.facies.synth.raster;

/**
 * One pixel of one triangle on its way to the frame; used again for the next, because millions of them are made for a
 * picture. The rasteriser fills in where it is, the material what it looks like.
 */
public final class Fragment {
    /** Number of the triangle in its surface. */
    public int triangle;
    /** Perspective-correct weights of the triangle's corners. */
    public float first;

    public float second;
    public float third;
    /** Width of the pixel in texture coordinates. */
    public float footprint;

    /** Linear light, not premultiplied. */
    public float red;

    public float green;
    public float blue;
    /** How much it covers what is behind, in [0, 1]. */
    public float alpha;

    /** A value between those at the corners. */
    public float blend(float a, float b, float c) {
        return first * a + second * b + third * c;
    }
}
