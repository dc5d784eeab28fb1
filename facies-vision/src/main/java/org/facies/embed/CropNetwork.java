package org.facies.embed;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.facies.image.Rgb;
import org.facies.inference.InferenceSession;
import org.facies.model.InputSpec;

/**
 * A network that looks at aligned crops, in ONNX Runtime: crops in, a row of numbers for each crop and output. Safe to
 * share between threads.
 */
public final class CropNetwork implements AutoCloseable {

    /** Crops that are run together, where the network takes any number. */
    private static final int BATCH = 16;

    private final Ends ends;
    private final InferenceSession session;
    private final int batch;

    /**
     * What goes into a network and what is read from it.
     *
     * @param input how crops become numbers
     * @param inputTensor name of the input in the graph
     * @param outputTensors names of the outputs in the graph, each float32[n][any]
     */
    public record Ends(InputSpec input, String inputTensor, List<String> outputTensors) {
        public Ends {
            outputTensors = List.copyOf(outputTensors);
        }
    }

    private CropNetwork(Ends ends, InferenceSession session) {
        this.ends = ends;
        this.session = session;
        long fixedBatch = session.inputs().get(0).shape().get(0);
        this.batch = fixedBatch > 0 ? (int) fixedBatch : BATCH;
    }

    /**
     * Loads a network.
     *
     * @param name what to call it in a refusal
     * @param onnx the serialised model
     * @param threads how many threads a batch may use
     * @throws org.facies.input.BadInput if it cannot be loaded
     */
    public static CropNetwork open(String name, byte[] onnx, Ends ends, int threads) {
        return new CropNetwork(ends, InferenceSession.open(name, onnx, threads));
    }

    /**
     * Runs any number of crops, a few at a time.
     *
     * @param crops of the geometry of the input
     * @return for each output float[crops][size]
     */
    public List<float[][]> run(List<Rgb> crops) {
        List<float[][]> rows = ends.outputTensors().stream()
                .map(output -> new float[crops.size()][])
                .toList();
        for (int from = 0; from < crops.size(); from += batch) {
            List<Rgb> some = crops.subList(from, Math.min(from + batch, crops.size()));
            List<float[]> outputs = batch(some);
            for (int output = 0; output < outputs.size(); output++) {
                float[] numbers = outputs.get(output);
                int size = numbers.length / some.size();
                for (int row = 0; row < some.size(); row++) {
                    rows.get(output)[from + row] = Arrays.copyOfRange(numbers, row * size, (row + 1) * size);
                }
            }
        }
        return rows;
    }

    private List<float[]> batch(List<Rgb> crops) {
        InputSpec input = ends.input();
        FloatBuffer values = session.buffer(crops.size() * input.valuesPerCrop());
        crops.forEach(crop -> input.write(crop, values));
        long[] shape = {
            crops.size(), 3, input.geometry().heightPx(), input.geometry().widthPx()
        };
        return session.run(ends.inputTensor(), values.flip(), shape, ends.outputTensors());
    }

    @Override
    public void close() {
        session.close();
    }
}
