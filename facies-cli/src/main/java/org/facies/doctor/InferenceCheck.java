package org.facies.doctor;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.facies.inference.InferenceSession;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** Checks the library that runs networks: loads it and computes the positive part of two numbers. */
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
                                ? Finding.ok(TOPIC, "ONNX Runtime works")
                                : Finding.problem(
                                        TOPIC,
                                        "ONNX Runtime computes a wrong result: " + result[0] + ", " + result[1],
                                        "Test the memory of this machine, and report the problem."));
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
