package org.facies.embed;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.facies.image.Rgb;
import org.facies.model.ModelKind.Backbone;
import org.facies.model.OnnxSession;
import org.facies.onnx.ActivationHistogram;
import org.facies.onnx.ActivationRange;
import org.facies.onnx.QuantisedGraph;
import org.facies.onnx.Quantiser;

/**
 * Watches a backbone look at crops, one at a time, to learn between what its numbers lie; then quantises it. Memory does
 * not grow with the number of crops.
 */
public final class Calibration implements AutoCloseable {

    private final Backbone backbone;
    private final Quantiser quantiser;
    private final OnnxSession session;
    private final Map<String, ActivationHistogram> seen = new HashMap<>();

    /**
     * Loads the network.
     *
     * @param name what to call the network in a refusal
     * @param threads how many threads a crop may use
     */
    public Calibration(String name, Backbone backbone, Quantiser quantiser, int threads) {
        this.backbone = backbone;
        this.quantiser = quantiser;
        this.session = OnnxSession.open(name, quantiser.observed().toBytes(), threads);
    }

    /** Looks at one more crop. */
    public void add(Rgb crop) {
        int height = crop.heightPx();
        FloatBuffer values = FloatBuffer.allocate(backbone.input().valuesPerCrop());
        backbone.input().write(crop, values);
        session.runAll(
                backbone.inputTensor(),
                values.flip(),
                new long[] {1, 3, height, crop.widthPx()},
                (name, numbers) -> seen.computeIfAbsent(name, first -> new ActivationHistogram())
                        .add(numbers));
    }

    /** The network with 8-bit convolutions, their ranges taken from the crops so far. */
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
