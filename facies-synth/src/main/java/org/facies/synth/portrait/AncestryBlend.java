package org.facies.synth.portrait;

/** Shares of the three ancestries of the shape targets and skins; each in [0, 1], with sum 1. */
public record AncestryBlend(double african, double asian, double caucasian) {

    private static final double ROUNDING = 1e-9;

    public AncestryBlend {
        if (!(african >= 0 && asian >= 0 && caucasian >= 0) || Math.abs(african + asian + caucasian - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "shares must be at least 0 and sum to 1: " + african + ", " + asian + ", " + caucasian);
        }
    }
}
