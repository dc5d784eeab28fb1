package org.facies.synth.portrait;

/** Smooth noise in the plane: random values on an integer grid, interpolated between the grid points. */
final class Noise {

    private Noise() {}

    /** A value from -1 to 1, always the same at the same place. */
    static float value(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float fx = x - left;
        float fy = y - top;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        float upper = random(left, top) + fx * (random(left + 1, top) - random(left, top));
        float lower = random(left, top + 1) + fx * (random(left + 1, top + 1) - random(left, top + 1));
        return upper + fy * (lower - upper);
    }

    /** The finishing step of MurmurHash3 on the grid point. */
    private static float random(int x, int y) {
        int hash = x * 0x9E3779B1 ^ y * 0x85EBCA77;
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        hash ^= hash >>> 16;
        return hash / (float) 0x80000000L;
    }
}
