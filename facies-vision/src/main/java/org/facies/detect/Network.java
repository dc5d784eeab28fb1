package org.facies.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facies.input.BadInput;

/**
 * A network with one input, run by ONNX Runtime on the calling thread. Safe to share: each photo's thread runs it on its
 * own, which beats one run spread over threads.
 */
final class Network implements AutoCloseable {

    private final OrtSession session;
    private final String input;
    private final List<String> outputs;
    private final ThreadLocal<FloatBuffer> buffer = ThreadLocal.withInitial(() -> direct(0));

    /**
     * Loads a network.
     *
     * @param name what messages call it
     * @param model a serialised ONNX model
     * @throws BadInput if ONNX Runtime cannot load it
     */
    Network(String name, byte[] model) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(model, options);
        } catch (OrtException unloadable) {
            BadInput problem = new BadInput(name, "", "cannot be loaded as an ONNX model", "Pull the model again.");
            problem.initCause(unloadable);
            throw problem;
        }
        input = session.getInputNames().iterator().next();
        outputs = List.copyOf(session.getOutputNames());
    }

    /** An empty buffer for so many numbers, the calling thread's own: it is good until the thread asks again. */
    FloatBuffer buffer(int numbers) {
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
     * Runs the network.
     *
     * @param values from {@link #buffer}, flipped; as many numbers as the shape asks for
     * @return the outputs in the model's order
     */
    List<float[]> run(FloatBuffer values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            List<float[]> answers = new ArrayList<>();
            for (String output : outputs) {
                OnnxTensor answer = (OnnxTensor) result.get(output).orElseThrow();
                answers.add(answer.getFloatBuffer().array());
            }
            return answers;
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime failed on input " + input, failure);
        }
    }

    int outputCount() {
        return outputs.size();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime could not close a session", failure);
        }
    }
}
