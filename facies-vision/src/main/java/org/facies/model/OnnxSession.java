package org.facies.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.facies.file.TemporaryFolder;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;

/** An ONNX model loaded into ONNX Runtime, with one input and float tensors. May be used from several threads. */
public final class OnnxSession implements AutoCloseable {

    private final OrtSession session;

    private OnnxSession(OrtSession session) {
        this.session = session;
    }

    /**
     * An input or output of the model.
     *
     * @param name its name in the graph
     * @param shape its dimensions; -1 where any size fits
     */
    public record TensorShape(String name, List<Long> shape) {
        public TensorShape {
            shape = List.copyOf(shape);
        }
    }

    /**
     * Loads a model.
     *
     * @param name what to call it in a refusal
     * @param onnx the model
     * @param threads how many threads one run may use
     * @throws BadInput if ONNX Runtime does not take it
     */
    public static OnnxSession open(String name, byte[] onnx, int threads) {
        // The native library is put there first.
        TemporaryFolder.require();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new OnnxSession(OrtEnvironment.getEnvironment().createSession(onnx, options));
        } catch (OrtException refused) {
            BadInput problem = new BadInput(
                    name, "", "cannot be loaded by ONNX Runtime: " + firstLine(refused), "Export the model again.");
            problem.initCause(refused);
            throw problem;
        }
    }

    /** What the model takes. */
    public List<TensorShape> inputs() {
        try {
            return described(session.getInputInfo());
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the model gives. */
    public List<TensorShape> outputs() {
        try {
            return described(session.getOutputInfo());
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Runs the model for all its outputs.
     *
     * @param input as {@link #run} takes it
     * @param observer is given the name and the numbers of each output
     */
    public void runAll(String input, FloatBuffer values, long[] shape, BiConsumer<String, FloatBuffer> observer) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                observer.accept(output.getKey(), ((OnnxTensor) output.getValue()).getFloatBuffer());
            }
        } catch (OrtException failure) {
            throw new IllegalStateException("input " + input + " " + Arrays.toString(shape), failure);
        }
    }

    /**
     * Runs the model.
     *
     * @param input name of the input
     * @param values as many numbers, from position to limit, as the shape holds; a direct buffer is not copied
     * @param shape float[shape[0]][shape[1]]…
     * @param output name of the wanted output
     * @return the output's numbers in row-major order
     */
    public float[] run(String input, FloatBuffer values, long[] shape, String output) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] copy = new float[numbers.remaining()];
            numbers.get(copy);
            return copy;
        } catch (OrtException failure) {
            throw new IllegalStateException("input " + input + " " + Arrays.toString(shape), failure);
        }
    }

    /**
     * Tensors of a run, floats and integers by name.
     *
     * @param floats of the outputs that are float32
     * @param integers of the outputs that are int64 or int32
     */
    record Computed(Map<String, FloatTensor> floats, Map<String, LongTensor> integers) {
        Computed {
            floats = Map.copyOf(floats);
            integers = Map.copyOf(integers);
        }
    }

    /** Runs the model for all its outputs; those of other types are left out. */
    Computed runAll(String input, FloatTensor values) {
        Map<String, FloatTensor> floats = new HashMap<>();
        Map<String, LongTensor> integers = new HashMap<>();
        try (OnnxTensor tensor = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(),
                        FloatBuffer.wrap(values.values()),
                        values.shape().stream().mapToLong(Long::longValue).toArray());
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                if (output.getValue() instanceof OnnxTensor made) {
                    put(output.getKey(), made, floats, integers);
                }
            }
        } catch (OrtException failure) {
            throw new IllegalStateException("input " + input + " " + values.shape(), failure);
        }
        return new Computed(floats, integers);
    }

    private static void put(
            String name, OnnxTensor made, Map<String, FloatTensor> floats, Map<String, LongTensor> integers) {
        List<Long> shape = LongStream.of(made.getInfo().getShape()).boxed().toList();
        switch (made.getInfo().type) {
            case FLOAT -> {
                float[] numbers = new float[made.getFloatBuffer().remaining()];
                made.getFloatBuffer().get(numbers);
                floats.put(name, new FloatTensor(shape, numbers));
            }
            case INT64 -> {
                long[] numbers = new long[made.getLongBuffer().remaining()];
                made.getLongBuffer().get(numbers);
                integers.put(
                        name,
                        new LongTensor(shape, LongStream.of(numbers).boxed().toList()));
            }
            case INT32 -> {
                int[] numbers = new int[made.getIntBuffer().remaining()];
                made.getIntBuffer().get(numbers);
                integers.put(
                        name,
                        new LongTensor(
                                shape,
                                IntStream.of(numbers).asLongStream().boxed().toList()));
            }
            default -> {}
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<TensorShape> described(Map<String, NodeInfo> nodes) {
        return nodes.values().stream()
                .map(node -> new TensorShape(
                        node.getName(),
                        node.getInfo() instanceof TensorInfo tensor
                                ? LongStream.of(tensor.getShape()).boxed().toList()
                                : List.of()))
                .toList();
    }

    private static String firstLine(OrtException refused) {
        return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
