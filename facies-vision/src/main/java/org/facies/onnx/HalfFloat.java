package org.facies.onnx;

/** IEEE 754 binary16: 1 bit sign, 5 bits exponent, 10 bits fraction. */
public final class HalfFloat {

    private static final int INFINITY = 0x1f;
    private static final int FRACTION_BITS = 10;
    private static final int TO_FLOAT_BIAS = 127 - 15;

    private HalfFloat() {}

    /** The same number as float32, without loss. */
    public static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> FRACTION_BITS) & INFINITY;
        int fraction = half & ((1 << FRACTION_BITS) - 1);
        if (exponent == 0) {
            return Math.copySign(fraction * 0x1p-24f, Float.intBitsToFloat(sign));
        }
        int widened = exponent == INFINITY ? 0xff : exponent + TO_FLOAT_BIAS;
        return Float.intBitsToFloat(sign | (widened << 23) | (fraction << (23 - FRACTION_BITS)));
    }
}
