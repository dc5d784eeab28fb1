package org.facies.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.facies.input.BadInput;
import org.facies.onnx.FloatTensor;

/**
 * An ONNX model loaded into ONNX Runtime, with one input of float32 numbers or of bytes, and float32 outputs.
 * Thread-safe. The same model, input and number of threads give the same numbers. It may not be used after it is
 * closed.
 *
 * <pre>{@code
 * try (InferenceSession session = InferenceSession.open("positive part", onnx, 1)) {
 *     FloatBuffer values = session.buffer(2).put(-1).put(2).flip();
 *     float[] result = session.run("x", values, new long[] {1, 2}, "y");
 * }
 * }</pre>
 */
public final class InferenceSession implements AutoCloseable {

    private final OrtSession session;
    private final List<String> outputs;
    private final ThreadLocal<FloatBuffer> buffer = ThreadLocal.withInitial(() -> direct(0));

    private InferenceSession(OrtSession session) {
        this.session = session;
        this.outputs = List.copyOf(session.getOutputNames());
    }

    /**
     * Loads a model.
     *
     * @param name its name in error messages
     * @param onnx the model
     * @param threads number of threads for one run; with one, each run works on the calling thread
     * @throws BadInput if ONNX Runtime refuses it
     */
    public static InferenceSession open(String name, byte[] onnx, int threads) {
        OrtEnvironment environment = InferenceLibrary.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new InferenceSession(environment.createSession(onnx, options));
        } catch (OrtException refused) {
            BadInput problem = new BadInput(
                    name,
                    "",
                    "cannot be loaded by ONNX Runtime: " + firstLine(refused),
                    "Export the model again; if it is a model of the catalogue, install it again with \"facies"
                            + " model pull\".");
            problem.initCause(refused);
            throw problem;
        }
    }

    /** The inputs of the model, in its order. */
    public List<TensorShape> inputs() {
        try {
            return described(session.getInputInfo());
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The outputs of the model, in its order. */
    public List<TensorShape> outputs() {
        try {
            return described(session.getOutputInfo());
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * An empty direct buffer, which a run does not copy. It belongs to the calling thread and is valid until that
     * thread requests another one from this session.
     *
     * @param numbers its limit
     */
    public FloatBuffer buffer(int numbers) {
        if (buffer.get().capacity() < numbers) {
            buffer.set(direct(numbers));
        }
        return buffer.get().clear().limit(numbers);
    }

    private static FloatBuffer direct(int numbers) {
        return ByteBuffer.allocateDirect(Float.BYTES * numbers)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /**
     * Runs the model for one output.
     *
     * @param input name of the input
     * @param values as many numbers, from position to limit, as the shape holds; a direct buffer is not copied
     * @param shape float[shape[0]][shape[1]]…
     * @param output name of the wanted output
     * @return the output's numbers in row-major order
     */
    public float[] run(String input, FloatBuffer values, long[] shape, String output) {
        return run(input, values, shape, List.of(output)).get(0);
    }

    /**
     * Runs the model for several outputs at once.
     *
     * @param input name of the input
     * @param values as many numbers, from position to limit, as the shape holds; a direct buffer is not copied
     * @param shape float[shape[0]][shape[1]]…
     * @param outputs names of the wanted outputs
     * @return for each of them its numbers in row-major order
     */
    public List<float[]> run(String input, FloatBuffer values, long[] shape, List<String> outputs) {
        return run(input, floats(values, shape), shape, outputs);
    }

    /**
     * Runs the model on its only input for all its outputs.
     *
     * @param values as many numbers, from position to limit, as the shape holds; a direct buffer is not copied
     * @param shape float[shape[0]][shape[1]]…
     * @return the numbers of each output in row-major order, the outputs in the model's order
     */
    public List<float[]> run(FloatBuffer values, long... shape) {
        return run(session.getInputNames().iterator().next(), values, shape, outputs);
    }

    /**
     * Runs the model for all its outputs.
     *
     * @param input name of the input
     * @param values as many numbers, from position to limit, as the shape holds
     * @param shape float[shape[0]][shape[1]]…
     * @param observer receives the name and the numbers of each output; the numbers are invalid after it returns
     */
    public void runAll(String input, FloatBuffer values, long[] shape, BiConsumer<String, FloatBuffer> observer) {
        run(input, floats(values, shape), shape, Set.copyOf(outputs), result -> {
            for (Map.Entry<String, OnnxValue> output : result) {
                observer.accept(output.getKey(), ((OnnxTensor) output.getValue()).getFloatBuffer());
            }
        });
    }

    /** Runs the model for all its outputs; outputs of types other than float32, int64 and int32 are left out. */
    public Computed runAll(String input, FloatTensor values) {
        OutputTensors made = new OutputTensors();
        long[] shape = values.shape().stream().mapToLong(Long::longValue).toArray();
        run(input, floats(FloatBuffer.wrap(values.values()), shape), shape, Set.copyOf(outputs), result -> {
            for (Map.Entry<String, OnnxValue> output : result) {
                if (output.getValue() instanceof OnnxTensor tensor) {
                    made.add(output.getKey(), tensor);
                }
            }
        });
        return made.computed();
    }

    /** Uses the outputs of a run before they are freed. */
    private interface Reading {
        void of(OrtSession.Result result) throws OrtException;
    }

    /**
     * Runs a model that takes bytes for several outputs at once.
     *
     * @param input name of the input
     * @param values as many unsigned bytes, from position to limit, as the shape holds; a direct buffer is not copied
     * @param shape uint8[shape[0]][shape[1]]…
     * @param outputs names of the wanted outputs
     * @return for each of them its numbers in row-major order
     */
    public List<float[]> run(String input, ByteBuffer values, long[] shape, List<String> outputs) {
        Tensor bytes = environment -> OnnxTensor.createTensor(environment, values, shape, OnnxJavaType.UINT8);
        return run(input, bytes, shape, outputs);
    }

    private List<float[]> run(String input, Tensor values, long[] shape, List<String> outputs) {
        List<float[]> numbers = new ArrayList<>();
        run(input, values, shape, new LinkedHashSet<>(outputs), result -> {
            for (String output : outputs) {
                numbers.add(OutputTensors.floats((OnnxTensor) result.get(output).orElseThrow()));
            }
        });
        return numbers;
    }

    /** Makes an input tensor. */
    private interface Tensor {
        OnnxTensor in(OrtEnvironment environment) throws OrtException;
    }

    private static Tensor floats(FloatBuffer values, long[] shape) {
        return environment -> OnnxTensor.createTensor(environment, values, shape);
    }

    private void run(String input, Tensor values, long[] shape, Set<String> outputs, Reading reading) {
        try (OnnxTensor tensor = values.in(InferenceLibrary.environment());
                OrtSession.Result result = session.run(Map.of(input, tensor), outputs)) {
            reading.of(result);
        } catch (OrtException failure) {
            throw new IllegalStateException("input " + input + " " + Arrays.toString(shape), failure);
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
