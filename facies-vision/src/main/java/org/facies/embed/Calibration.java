package org.facies.embed;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.facies.image.Rgb;
import org.facies.inference.InferenceSession;
import org.facies.model.InputSpec;
import org.facies.onnx.ActivationHistogram;
import org.facies.onnx.ActivationRange;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.QuantisedGraph;
import org.facies.onnx.Quantiser;

/**
 * Measures the ranges of a network's tensors on crops, one at a time, and then quantises the network. Memory does not
 * grow with the number of crops.
 */
public final class Calibration implements AutoCloseable {

    private final InputSpec input;
    private final String inputTensor;
    private final Quantiser quantiser;
    private final InferenceSession session;
    private final Map<String, ActivationHistogram> seen = new HashMap<>();

    /**
     * Loads the network.
     *
     * @param name the network's name in error messages
     * @param input how crops become the network's input
     * @param threads number of threads for one crop
     */
    public Calibration(String name, InputSpec input, Quantiser quantiser, int threads) {
        OnnxGraph observed = quantiser.observed();
        this.input = input;
        this.inputTensor = observed.input().name();
        this.quantiser = quantiser;
        this.session = InferenceSession.open(name, observed.toBytes(), threads);
    }

    /** Adds a crop to the measured ranges. */
    public void add(Rgb crop) {
        int height = crop.heightPx();
        FloatBuffer values = session.buffer(input.valuesPerCrop());
        input.write(crop, values);
        session.runAll(
                inputTensor,
                values.flip(),
                new long[] {1, 3, height, crop.widthPx()},
                (name, numbers) -> seen.computeIfAbsent(name, first -> new ActivationHistogram())
                        .add(numbers));
    }

    /** The network with 8-bit convolutions, with the ranges of the crops so far. */
    public QuantisedGraph quantised() {
        Map<String, ActivationRange> ranges = new HashMap<>();
        seen.forEach((name, histogram) -> ranges.put(name, histogram.closest()));
        return quantiser.quantised(ranges);
    }

    @Override
    public void close() {
        session.close();
    }
}
