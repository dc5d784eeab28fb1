package org.facies.doctor;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.facies.inference.InferenceSession;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** The library that runs networks: loads it and has it take the positive part of two numbers. */
record InferenceCheck() implements Check {

    private static final String TOPIC = "Inference library";

    @Override
    public List<Finding> findings() {
        return Check.ofLibrary(TOPIC, () -> {
            try (InferenceSession session =
                    InferenceSession.open("test", positivePart().toBytes(), 1)) {
                float[] result = session.run("x", FloatBuffer.wrap(new float[] {-1, 2}), new long[] {2}, "y");
                return List.of(
                        result[0] == 0 && result[1] == 2
                                ? Finding.ok(TOPIC, "ONNX Runtime loads and computes")
                                : Finding.problem(
                                        TOPIC,
                                        "ONNX Runtime computes wrongly: " + result[0] + ", " + result[1],
                                        "Test this machine's memory, and report this."));
            }
        });
    }

    private static OnnxGraph positivePart() {
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("x", List.of(2L))),
                List.of(new OnnxValue("y", List.of(2L))),
                List.of(OnnxNode.of("Relu", List.of("x"), "y", Map.of())),
                Map.of(),
                Map.of());
    }
}
