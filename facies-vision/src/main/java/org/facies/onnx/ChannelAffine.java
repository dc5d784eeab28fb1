package org.facies.onnx;

import java.util.List;
import java.util.Map;

/**
 * One factor and one summand for each output channel of the layer before it.
 *
 * @param factor float[channels]
 * @param summand float[channels]
 */
@SuppressWarnings("ArrayRecordComponent") // used up at once, never compared
record ChannelAffine(float[] factor, float[] summand) {

    /**
     * Folds it into a layer: {@code a(Wx + c) + b = (aW)x + (ac + b)}.
     *
     * @param layer Conv, or Gemm with transposed matrix; nothing else uses its weights
     * @param output the layer's new output
     * @param weights the layer's weights are replaced here
     * @return the layer with bias
     */
    OnnxNode foldedInto(OnnxNode layer, String output, Map<String, FloatTensor> weights) {
        String filters = layer.inputs().get(1);
        String bias = layer.hasInput(2) ? layer.inputs().get(2) : filters.replaceFirst("\\.weight$", "") + ".bias";
        float[] before = layer.hasInput(2) ? weights.get(bias).values() : new float[factor.length];
        float[] shift = new float[factor.length];
        for (int channel = 0; channel < shift.length; channel++) {
            shift[channel] = factor[channel] * before[channel] + summand[channel];
        }
        weights.put(filters, scaled(weights.get(filters)));
        weights.put(bias, new FloatTensor(List.of((long) shift.length), shift));
        return layer.withInputs(List.of(layer.inputs().get(0), filters, bias)).withOutput(output);
    }

    /** Every filter times the factor of its output channel; {@code filters} is [out, …]. */
    private FloatTensor scaled(FloatTensor filters) {
        float[] values = filters.values().clone();
        int perChannel = values.length / factor.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor[i / perChannel];
        }
        return new FloatTensor(filters.shape(), values);
    }
}
