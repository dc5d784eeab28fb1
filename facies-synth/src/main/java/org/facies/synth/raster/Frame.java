package org.facies.synth.raster;

import java.util.Arrays;

/** A picture being drawn: linear light, not limited to 1, and how near each pixel is. */
public final class Frame {

    private final int sidePx;
    private final float[] light;
    private final float[] nearness;

    /** A black square in which nothing is drawn yet. */
    public Frame(int sidePx) {
        this.sidePx = sidePx;
        this.light = new float[3 * sidePx * sidePx];
        this.nearness = new float[sidePx * sidePx];
        Arrays.fill(nearness, 0);
    }

    public int sidePx() {
        return sidePx;
    }

    /** Red, green, blue in turn, row-major from the top. */
    public float[] light() {
        return light;
    }

    /** 1 / distance from the camera; 0 where nothing was drawn. */
    public float[] nearness() {
        return nearness;
    }
}
