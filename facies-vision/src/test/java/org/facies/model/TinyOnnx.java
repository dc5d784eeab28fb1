package org.facies.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facies.onnx.FloatTensor;
import org.facies.onnx.OnnxGraph;
import org.facies.onnx.OnnxNode;
import org.facies.onnx.OnnxValue;

/** Face networks of a few hundred bytes: the mean colour of a crop times a weight. */
final class TinyOnnx {

    private TinyOnnx() {}

    /** float[1][3][sizePx][sizePx] to float[1][3]. */
    static ModelProto.Builder network(int sizePx, float weight) {
        return model(GraphProto.newBuilder()
                .setName("tiny")
                .addInput(value("input", 1, 3, sizePx, sizePx))
                .addOutput(value("embedding", 1, 3))
                .addInitializer(weight("weight", weight))
                .addNode(node("GlobalAveragePool", "pooled", "input"))
                .addNode(node("Flatten", "flat", "pooled"))
                .addNode(node("Mul", "embedding", "flat", "weight")));
    }

    /** float[n][3][112][112] to float[n][1]: a weighted sum of the mean colours. */
    static OnnxGraph sumOfColours(FloatTensor filters) {
        return new OnnxGraph(
                13,
                List.of(new OnnxValue("input", List.of(-1L, 3L, 112L, 112L))),
                List.of(new OnnxValue("embedding", List.of(-1L, 1L))),
                List.of(
                        OnnxNode.of("Conv", List.of("input", "filters"), "sum", Map.of()),
                        OnnxNode.of("GlobalAveragePool", List.of("sum"), "pooled", Map.of()),
                        OnnxNode.of("Flatten", List.of("pooled"), "embedding", Map.of())),
                Map.of("filters", filters),
                Map.of());
    }

    /** A network without its last two layers: its output has four dimensions. */
    static ModelProto.Builder withoutFlatten(int sizePx) {
        return model(GraphProto.newBuilder()
                .setName("tiny")
                .addInput(value("input", 1, 3, sizePx, sizePx))
                .addOutput(value("pooled", 1, 3, 1, 1))
                .addNode(node("GlobalAveragePool", "pooled", "input")));
    }

    static TensorProto.Builder weight(String name, float weight) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(1)
                .addFloatData(weight);
    }

    /** A tensor whose numbers lie in another file. */
    static TensorProto elsewhere(String path) {
        return TensorProto.newBuilder()
                .setName("weight")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(1)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue(path))
                .build();
    }

    static NodeProto constant(AttributeProto attribute) {
        return NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput("constant")
                .addAttribute(attribute)
                .build();
    }

    private static ModelProto.Builder model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph);
    }

    private static NodeProto node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(Arrays.asList(inputs))
                .addOutput(output)
                .build();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        List.of(Arrays.stream(shape).boxed().toArray(Long[]::new))
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
