package org.facies.synth.raster;

/**
 * One pixel of one triangle. The rasteriser sets its position, the material its colour. One object is reused for all
 * fragments, because a picture has millions of them.
 */
public final class Fragment {
    /** Index of the triangle in its surface. */
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
    /** Opacity, in [0, 1]. */
    public float alpha;

    /** Interpolates between the values at the corners. */
    public float blend(float a, float b, float c) {
        return first * a + second * b + third * c;
    }
}
