package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.facies.onnx.OnnxAttribute.FloatValue;
import org.facies.onnx.OnnxAttribute.IntValue;
import org.facies.onnx.OnnxAttribute.IntsValue;
import org.facies.onnx.OnnxAttribute.TextValue;

/** Converts an {@link OnnxGraph} to the protobuf message and to the file. */
final class OnnxWriter {

    /** The version that came with operator set 15; all current runtimes read it. */
    private static final long IR_VERSION = 8;

    private OnnxWriter() {}

    static OnnxMl.ModelProto model(OnnxGraph graph) {
        OnnxMl.GraphProto.Builder body = OnnxMl.GraphProto.newBuilder().setName("facies");
        graph.inputs().forEach(value -> body.addInput(value(value)));
        graph.outputs().forEach(value -> body.addOutput(value(value)));
        graph.weights().forEach((name, tensor) -> body.addInitializer(floats(name, tensor)));
        graph.integers().forEach((name, tensor) -> body.addInitializer(longs(name, tensor)));
        graph.nodes().forEach(node -> body.addNode(node(node)));
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("facies")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(graph.opset()))
                .setGraph(body)
                .addAllMetadataProps(NotesInFile.written(graph.notes()))
                .build();
    }

    private static OnnxMl.ValueInfoProto value(OnnxValue value) {
        OnnxMl.TypeProto.Tensor.Builder type = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType((int) value.type().code());
        if (!value.shape().isEmpty()) {
            OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
            value.shape().forEach(extent -> shape.addDim(dimension(extent)));
            type.setShape(shape);
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(value.name())
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    private static OnnxMl.TensorShapeProto.Dimension dimension(long extent) {
        OnnxMl.TensorShapeProto.Dimension.Builder dimension = OnnxMl.TensorShapeProto.Dimension.newBuilder();
        return extent == OnnxValue.DYNAMIC
                ? dimension.setDimParam("N").build()
                : dimension.setDimValue(extent).build();
    }

    private static OnnxMl.TensorProto floats(String name, FloatTensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        return raw(name, tensor.shape(), OnnxMl.TensorProto.DataType.FLOAT, bytes);
    }

    private static OnnxMl.TensorProto longs(String name, LongTensor tensor) {
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.values().size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tensor.values().forEach(bytes::putLong);
        return raw(name, tensor.shape(), OnnxMl.TensorProto.DataType.INT64, bytes.rewind());
    }

    private static OnnxMl.TensorProto raw(
            String name, List<Long> shape, OnnxMl.TensorProto.DataType type, ByteBuffer bytes) {
        return OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(shape)
                .setRawData(ByteString.copyFrom(bytes))
                .build();
    }

    private static OnnxMl.NodeProto node(OnnxNode node) {
        OnnxMl.NodeProto.Builder built = OnnxMl.NodeProto.newBuilder()
                .setName(node.name())
                .setOpType(node.op())
                .addAllInput(node.inputs())
                .addAllOutput(node.outputs());
        node.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> built.addAttribute(attribute(entry.getKey(), entry.getValue())));
        return built.build();
    }

    private static OnnxMl.AttributeProto attribute(String name, OnnxAttribute attribute) {
        OnnxMl.AttributeProto.Builder built = OnnxMl.AttributeProto.newBuilder().setName(name);
        if (attribute instanceof IntValue one) {
            built.setType(OnnxMl.AttributeProto.AttributeType.INT).setI(one.value());
        } else if (attribute instanceof IntsValue several) {
            built.setType(OnnxMl.AttributeProto.AttributeType.INTS).addAllInts(several.values());
        } else if (attribute instanceof FloatValue real) {
            built.setType(OnnxMl.AttributeProto.AttributeType.FLOAT).setF(real.value());
        } else if (attribute instanceof TextValue text) {
            built.setType(OnnxMl.AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text.value()));
        }
        return built.build();
    }
}
