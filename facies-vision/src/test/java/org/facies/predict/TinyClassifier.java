package org.facies.predict;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.align.CropGeometry;
import org.facies.image.Point;
import org.facies.image.Rgb;
import org.facies.model.InputSpec;
import org.facies.model.Normalisation;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/**
 * A classifier small enough to calculate by hand: crops of 2 × 1 pixels, normalised to value / 100; the embedding is
 * the input itself; the logits are the scale times the red value on the left, the red value on the right, and 0.
 */
public final class TinyClassifier {

    static final List<String> CLASSES = List.of("left", "right", "neither");

    static final ClassifierSpec SPEC = new ClassifierSpec(
            new InputSpec(
                    new CropGeometry("tiny-2", 2, 1, Collections.nCopies(5, new Point(0, 0))),
                    Normalisation.of(0, 100)),
            CLASSES);

    private TinyClassifier() {}

    /** As a study writes it: probabilities first, then the embedding. */
    static OnnxGraph graph(float scale) {
        return graph(scale, CLASSES.size());
    }

    /**
     * As a study writes it.
     *
     * @param classes at least 2; the logits of those behind the second are 0
     */
    public static OnnxGraph graph(float scale, int classes) {
        return graph(
                scale,
                classes,
                List.of(
                        new OnnxValue("probabilities", List.of(OnnxValue.DYNAMIC, (long) classes)),
                        new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 6L))));
    }

    static OnnxGraph withoutEmbedding(float scale) {
        return graph(scale, 3, List.of(new OnnxValue("probabilities", List.of(OnnxValue.DYNAMIC, 3L))));
    }

    private static OnnxGraph graph(float scale, int classes, List<OnnxValue> outputs) {
        FloatTensor rows = FloatTensor.filled(List.of((long) classes, 6L), 0);
        rows.values()[0] = scale;
        rows.values()[6 + 1] = scale;
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, 1L, 2L))),
                outputs,
                List.of(
                        OnnxNode.of("Flatten", List.of("input"), "embedding", Map.of("axis", OnnxAttribute.of(1))),
                        OnnxNode.of(
                                "Gemm",
                                List.of("embedding", "rows", "shift"),
                                "scores",
                                Map.of("transB", OnnxAttribute.of(1))),
                        OnnxNode.of(
                                "Softmax", List.of("scores"), "probabilities", Map.of("axis", OnnxAttribute.of(1)))),
                Map.of("rows", rows, "shift", FloatTensor.filled(List.of((long) classes), 0)),
                Map.of());
    }

    /** A crop with these red values and no green or blue. */
    static Rgb crop(int leftRed, int rightRed) {
        return new Rgb(2, 1, new byte[] {(byte) leftRed, 0, 0, (byte) rightRed, 0, 0});
    }

    static List<Rgb> noise(int crops, long seed) {
        Random random = new Random(seed);
        return random.ints(crops, 0, 1 << 16)
                .mapToObj(reds -> crop(reds & 0xff, reds >> 8))
                .toList();
    }
}
