package org.facies.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facies.align.CropGeometry;
import org.facies.image.Point;
import org.facies.model.InputSpec;
import org.facies.model.Normalisation;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.LongTensor;
import org.facies.onnx.OnnxAttribute;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** A residual network of a few thousand weights in dlib's manner: convolutions, affine layers, a padded shortcut. */
public final class ToyNetwork {

    public static final int SIDE_PX = 16;
    public static final InputSpec INPUT = new InputSpec(
            new CropGeometry(
                    "toy-16",
                    SIDE_PX,
                    SIDE_PX,
                    List.of(new Point(5, 5), new Point(11, 5), new Point(8, 8), new Point(6, 11), new Point(10, 11))),
            Normalisation.of(127.5f, 127.5f));

    private final Map<String, FloatTensor> weights = new LinkedHashMap<>();
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final Random random = new Random(5);

    private ToyNetwork() {}

    /** float[N][3][16][16] to float[N][8]. */
    public static OnnxGraph graph() {
        return new ToyNetwork().build();
    }

    private OnnxGraph build() {
        convolution("input", "stem", 3, 8, 1);
        relu("stem.affine", "stem.relu");
        nodes.add(OnnxNode.of(
                "MaxPool",
                List.of("stem.relu"),
                "stem",
                Map.of(
                        "kernel_shape",
                        OnnxAttribute.of(List.of(2L, 2L)),
                        "strides",
                        OnnxAttribute.of(List.of(2L, 2L)))));
        convolution("stem", "block1.conv1", 8, 8, 1);
        relu("block1.conv1.affine", "block1.relu1");
        convolution("block1.relu1", "block1.conv2", 8, 8, 1);
        sum("block1.conv2.affine", "stem", "block1");
        convolution("block1", "block2.conv1", 8, 16, 2);
        nodes.add(OnnxNode.of(
                "AveragePool",
                List.of("block1"),
                "block2.pool",
                Map.of(
                        "kernel_shape",
                        OnnxAttribute.of(List.of(2L, 2L)),
                        "strides",
                        OnnxAttribute.of(List.of(2L, 2L)))));
        nodes.add(OnnxNode.of("Pad", List.of("block2.pool", "pads"), "block2.shortcut", Map.of()));
        sum("block2.conv1.affine", "block2.shortcut", "block2");
        nodes.add(OnnxNode.of("GlobalAveragePool", List.of("block2"), "pool", Map.of()));
        nodes.add(OnnxNode.of("Flatten", List.of("pool"), "flat", Map.of("axis", OnnxAttribute.of(1))));
        weight("fc.weight", 0.25, 16L, 8L);
        nodes.add(OnnxNode.of("MatMul", List.of("flat", "fc.weight"), "embedding", Map.of()));
        return new OnnxGraph(
                17,
                List.of(new OnnxValue("input", List.of(OnnxValue.DYNAMIC, 3L, (long) SIDE_PX, (long) SIDE_PX))),
                List.of(new OnnxValue("embedding", List.of(OnnxValue.DYNAMIC, 8L))),
                nodes,
                weights,
                Map.of("pads", new LongTensor(List.of(8L), List.of(0L, 0L, 0L, 0L, 0L, 8L, 0L, 0L))));
    }

    private void convolution(String from, String name, long in, long out, long stride) {
        weight(name + ".weight", Math.sqrt(2.0 / (9 * in)), out, in, 3L, 3L);
        weight(name + ".bias", 0.1, out);
        weight(name + ".scale", 0.2, 1L, out, 1L, 1L);
        weight(name + ".shift", 0.1, 1L, out, 1L, 1L);
        for (int i = 0; i < out; i++) {
            weights.get(name + ".scale").values()[i] += 1;
        }
        nodes.add(OnnxNode.of(
                "Conv",
                List.of(from, name + ".weight", name + ".bias"),
                name + ".out",
                Map.of(
                        "pads", OnnxAttribute.of(List.of(1L, 1L, 1L, 1L)),
                        "strides", OnnxAttribute.of(List.of(stride, stride)),
                        "kernel_shape", OnnxAttribute.of(List.of(3L, 3L)))));
        nodes.add(OnnxNode.of("Mul", List.of(name + ".out", name + ".scale"), name + ".scaled", Map.of()));
        nodes.add(OnnxNode.of("Add", List.of(name + ".scaled", name + ".shift"), name + ".affine", Map.of()));
    }

    private void relu(String from, String to) {
        nodes.add(OnnxNode.of("Relu", List.of(from), to, Map.of()));
    }

    private void sum(String a, String b, String to) {
        nodes.add(OnnxNode.of("Add", List.of(a, b), to + ".sum", Map.of()));
        relu(to + ".sum", to);
    }

    private void weight(String name, double deviation, Long... shape) {
        FloatTensor tensor = FloatTensor.filled(List.of(shape), 0);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = (float) (random.nextGaussian() * deviation);
        }
        weights.put(name, tensor);
    }
}
