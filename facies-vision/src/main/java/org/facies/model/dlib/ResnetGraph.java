package org.facies.model.dlib;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.facies.model.dlib.DlibLayer.Affine;
import org.facies.model.dlib.DlibLayer.Convolution;
import org.facies.model.dlib.DlibLayer.FullyConnected;

/**
 * Builds an ONNX graph layer by layer. Each layer reads the {@link #current} tensor and replaces it. Nodes and tensors
 * have the layer's name; an initialiser has the layer's name and its role.
 */
final class ResnetGraph {

    private static final int OPSET = 13;
    private static final int IR_VERSION = 8;
    private static final String BATCH = "n";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("dlib-resnet");
    private Tensor current;

    /**
     * A tensor float[n][channels][sizePx][sizePx] of the graph.
     *
     * @param name its name in the graph
     */
    record Tensor(String name, int channels, int sizePx) {}

    ResnetGraph(int inputPx) {
        current = new Tensor("input", 3, inputPx);
        graph.addInput(value("input", 3, inputPx, inputPx));
    }

    Tensor current() {
        return current;
    }

    void convolution(String name, Convolution c) {
        initialiser(name + ".weight", c.weight(), c.filters(), c.channels(), c.sizePx(), c.sizePx());
        initialiser(name + ".bias", c.bias(), c.filters());
        graph.addNode(node("Conv", name, current.name(), name + ".weight", name + ".bias")
                .addAttribute(numbers("kernel_shape", c.sizePx(), c.sizePx()))
                .addAttribute(numbers("strides", c.stridePx(), c.stridePx()))
                .addAttribute(numbers("pads", c.paddingPx(), c.paddingPx(), c.paddingPx(), c.paddingPx())));
        current = new Tensor(name, c.filters(), (current.sizePx() + 2 * c.paddingPx() - c.sizePx()) / c.stridePx() + 1);
    }

    void affine(String name, Affine affine) {
        initialiser(name + ".weight", affine.gamma(), 1, affine.channels(), 1, 1);
        initialiser(name + ".bias", affine.beta(), 1, affine.channels(), 1, 1);
        graph.addNode(node("Mul", name + ".scaled", current.name(), name + ".weight"));
        graph.addNode(node("Add", name, name + ".scaled", name + ".bias"));
        current = new Tensor(name, current.channels(), current.sizePx());
    }

    void relu(String name) {
        graph.addNode(node("Relu", name, current.name()));
        current = new Tensor(name, current.channels(), current.sizePx());
    }

    void maxPool(String name, int sizePx, int stridePx) {
        graph.addNode(pool("MaxPool", name, current, sizePx, stridePx));
        current = new Tensor(name, current.channels(), (current.sizePx() - sizePx) / stridePx + 1);
    }

    /** Adds an average pool on the side path; {@link #current} does not change. */
    Tensor averagePool(String name, Tensor input, int sizePx) {
        graph.addNode(pool("AveragePool", name, input, sizePx, sizePx));
        return new Tensor(name, input.channels(), input.sizePx() / sizePx);
    }

    /** Ends a block with {@code relu(residual + shortcut)}; the smaller of the two is padded with zeros. */
    void join(String name, Tensor residual, Tensor shortcut) {
        int channels = Math.max(residual.channels(), shortcut.channels());
        int sizePx = Math.max(residual.sizePx(), shortcut.sizePx());
        Tensor left = padded(name + ".residual", residual, channels, sizePx);
        Tensor right = padded(name + ".shortcut", shortcut, channels, sizePx);
        graph.addNode(node("Add", name + ".sum", left.name(), right.name()));
        graph.addNode(node("Relu", name, name + ".sum"));
        current = new Tensor(name, channels, sizePx);
    }

    /** Adds the global average and the matrix product, and returns the whole model. */
    ModelProto finish(FullyConnected last) {
        graph.addNode(node("GlobalAveragePool", "pool", current.name()));
        graph.addNode(node("Flatten", "features", "pool"));
        initialiser("fc.weight", last.weight(), last.inputs(), last.outputs());
        graph.addNode(node("MatMul", "embedding", "features", "fc.weight"));
        graph.addOutput(value("embedding", last.outputs()));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("facies")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build();
    }

    private Tensor padded(String name, Tensor tensor, int channels, int sizePx) {
        int moreChannels = channels - tensor.channels();
        int morePx = sizePx - tensor.sizePx();
        if (moreChannels == 0 && morePx == 0) {
            return tensor;
        }
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name + ".pads")
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(8)
                .addAllInt64Data(List.of(0L, 0L, 0L, 0L, 0L, (long) moreChannels, (long) morePx, (long) morePx)));
        graph.addNode(node("Pad", name, tensor.name(), name + ".pads")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("mode")
                        .setType(AttributeProto.AttributeType.STRING)
                        .setS(ByteString.copyFromUtf8("constant"))));
        return new Tensor(name, channels, sizePx);
    }

    private static NodeProto.Builder pool(String type, String name, Tensor input, int sizePx, int stridePx) {
        return node(type, name, input.name())
                .addAttribute(numbers("kernel_shape", sizePx, sizePx))
                .addAttribute(numbers("strides", stridePx, stridePx));
    }

    private static NodeProto.Builder node(String type, String name, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(name)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(name);
    }

    private static AttributeProto numbers(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(LongStream.of(values).boxed().toList())
                .build();
    }

    private void initialiser(String name, Weights weights, long... shape) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(LongStream.of(shape).boxed().toList())
                .setRawData(weights.bytes()));
    }

    /** @param shape what follows the batch dimension */
    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        LongStream.of(shape)
                .forEach(size -> dimensions.addDim(
                        TensorShapeProto.Dimension.newBuilder().setDimValue(size)));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(dimensions)))
                .build();
    }
}
