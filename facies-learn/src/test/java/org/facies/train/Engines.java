package org.facies.train;

import java.nio.FloatBuffer;
import org.facies.autograd.GraphModule;
import org.facies.autograd.Mode;
import org.facies.autograd.NativeMemory;
import org.facies.autograd.Tensors;
import org.facies.inference.InferenceSession;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;

/** What each engine makes of crops, row after row. */
final class Engines {

    private Engines() {}

    static float[] libtorch(OnnxGraph graph, FloatTensor crops) {
        try (GraphModule module = new GraphModule(graph)) {
            return NativeMemory.withoutGradients(
                    () -> Tensors.floats(module.forward(Tensors.of(crops), Mode.EVALUATION)));
        }
    }

    static float[] onnxRuntime(byte[] onnx, FloatTensor crops) {
        long[] shape = crops.shape().stream().mapToLong(Long::longValue).toArray();
        try (InferenceSession session = InferenceSession.open("network", onnx, 1)) {
            return session.run(
                    session.inputs().get(0).name(),
                    FloatBuffer.wrap(crops.values()),
                    shape,
                    session.outputs().get(0).name());
        }
    }
}
