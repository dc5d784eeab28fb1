package org.facies.synth.raster;

import java.util.Arrays;

/** A picture during drawing: linear light, which may exceed 1, and the nearness of each pixel. */
public final class Frame {

    private final int sidePx;
    private final float[] light;
    private final float[] nearness;

    /** A black square without content. */
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

    /** 1 / distance from the camera; 0 for pixels without content. */
    public float[] nearness() {
        return nearness;
    }
}
