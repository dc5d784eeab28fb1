package org.facies.onnx;

import java.util.List;

/**
 * The filters and the bias of a convolution as integers with one scale for each output channel: {@code w ≈ scale · q},
 * {@code bias ≈ inputScale · scale · b}.
 *
 * <p>Filters use 7 bits, −64 to 64. Processors without VNNI multiply pairs of uint8 and int8 and add them in 16 bits
 * with saturation; 255 · 64 · 2 = 32,640 fits, 255 · 127 · 2 does not. All processors therefore compute the same
 * numbers, and measurements on one machine are valid on another.
 *
 * @param filters int8[out][in][height][width]
 * @param scales float[out]
 * @param bias int32[out]
 */
@SuppressWarnings("ArrayRecordComponent") // written at once, never compared
record PackedFilters(PackedTensor filters, float[] scales, PackedTensor bias) {

    private static final int LARGEST = 64;
    private static final double LARGEST_BIAS = 1 << 30;

    /**
     * Rounds weights to the nearest integers.
     *
     * @param weight float[out][in][height][width]
     * @param bias float[out]
     * @param inputScale size of one step of the input
     */
    static PackedFilters of(FloatTensor weight, float[] bias, float inputScale) {
        int perChannel = weight.values().length / bias.length;
        float[] scales = new float[bias.length];
        byte[] filters = new byte[weight.values().length];
        int[] shifts = new int[bias.length];
        for (int channel = 0; channel < bias.length; channel++) {
            int from = channel * perChannel;
            float largest = 0;
            for (int i = from; i < from + perChannel; i++) {
                largest = Math.max(largest, Math.abs(weight.values()[i]));
            }
            scales[channel] = scale(largest, bias[channel], inputScale);
            for (int i = from; i < from + perChannel; i++) {
                filters[i] = (byte) Math.round(weight.values()[i] / scales[channel]);
            }
            shifts[channel] = (int) Math.round((double) bias[channel] / ((double) inputScale * scales[channel]));
        }
        return new PackedFilters(
                new PackedTensor(PackedTensor.Type.INT8, weight.shape(), filters), scales, PackedTensor.int32(shifts));
    }

    /**
     * The scale of a channel; larger if the filters are tiny compared with the bias, so that the bias fits into 32
     * bits.
     */
    private static float scale(float largest, float bias, float inputScale) {
        double forFilters = (double) largest / LARGEST;
        double forBias = Math.abs((double) bias) / (inputScale * LARGEST_BIAS);
        double scale = Math.max(forFilters, forBias);
        return scale < Float.MIN_NORMAL ? 1 : (float) scale;
    }

    List<Long> channels() {
        return List.of((long) scales.length);
    }

    /** The zero points, int8[out], all 0 because filters are symmetric. */
    PackedTensor zeroPoints() {
        return new PackedTensor(PackedTensor.Type.INT8, channels(), new byte[scales.length]);
    }
}
