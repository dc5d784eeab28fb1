package org.facies.embed;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.facies.image.Rgb;
import org.facies.inference.InferenceSession;
import org.facies.model.InputSpec;

/**
 * A network on aligned crops, in ONNX Runtime. For each crop and each output it computes a row of numbers. Thread-safe.
 */
public final class CropNetwork implements AutoCloseable {

    /** Number of crops in one run, if the network accepts any number. */
    private static final int BATCH = 16;

    private final Ends ends;
    private final InferenceSession session;
    private final int batch;

    /**
     * The input and the outputs of a network.
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
     * @param name its name in error messages
     * @param onnx the serialised model
     * @param threads number of threads for one batch
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
