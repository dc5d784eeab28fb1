package org.facies.inference;

import ai.onnxruntime.OnnxTensor;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;

/** Copies outputs of ONNX Runtime to Java, by name and type. */
final class OutputTensors {

    private final Map<String, FloatTensor> floats = new HashMap<>();
    private final Map<String, LongTensor> integers = new HashMap<>();

    /** The numbers of a float32 tensor in row-major order. */
    static float[] floats(OnnxTensor tensor) {
        FloatBuffer numbers = tensor.getFloatBuffer();
        float[] copy = new float[numbers.remaining()];
        numbers.get(copy);
        return copy;
    }

    /** Adds a tensor; a type other than float32, int64 or int32 is left out. */
    void add(String name, OnnxTensor tensor) {
        List<Long> shape = LongStream.of(tensor.getInfo().getShape()).boxed().toList();
        switch (tensor.getInfo().type) {
            case FLOAT -> floats.put(name, new FloatTensor(shape, floats(tensor)));
            case INT64 -> {
                long[] numbers = new long[tensor.getLongBuffer().remaining()];
                tensor.getLongBuffer().get(numbers);
                add(name, shape, LongStream.of(numbers));
            }
            case INT32 -> {
                int[] numbers = new int[tensor.getIntBuffer().remaining()];
                tensor.getIntBuffer().get(numbers);
                add(name, shape, IntStream.of(numbers).asLongStream());
            }
            default -> {}
        }
    }

    private void add(String name, List<Long> shape, LongStream numbers) {
        integers.put(name, new LongTensor(shape, numbers.boxed().toList()));
    }

    Computed computed() {
        return new Computed(floats, integers);
    }
}
