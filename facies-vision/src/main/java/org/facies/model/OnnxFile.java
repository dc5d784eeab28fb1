package org.facies.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.stream.Stream;
import org.facies.input.BadInput;

/**
 * Reads an ONNX file from an untrusted source. A tensor may refer to another file by any path. A model with such a
 * tensor, wherever it is, is refused before ONNX Runtime could open that path.
 */
final class OnnxFile {

    private OnnxFile() {}

    /**
     * Parses and checks a file.
     *
     * @param name its name in error messages
     * @throws BadInput if it is not an ONNX model in one file
     */
    static ModelProto parse(String name, byte[] content) {
        ModelProto model;
        try {
            model = ModelProto.parseFrom(content);
        } catch (InvalidProtocolBufferException damaged) {
            throw refusal(name, "is not an ONNX model, or is damaged");
        }
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw refusal(name, "is not an ONNX model: it has no graph");
        }
        if (tensors(model).anyMatch(OnnxFile::liesElsewhere)) {
            throw refusal(name, "stores weights in another file (ONNX external data), which is not allowed");
        }
        return model;
    }

    private static boolean liesElsewhere(TensorProto tensor) {
        return tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0;
    }

    private static Stream<TensorProto> tensors(ModelProto model) {
        return Stream.of(
                        tensors(model.getGraph()),
                        model.getFunctionsList().stream().flatMap(f -> ofNodes(f.getNodeList())),
                        model.getTrainingInfoList().stream()
                                .flatMap(t -> Stream.concat(tensors(t.getInitialization()), tensors(t.getAlgorithm()))))
                .flatMap(part -> part);
    }

    private static Stream<TensorProto> tensors(GraphProto graph) {
        return Stream.of(
                        graph.getInitializerList().stream(),
                        graph.getSparseInitializerList().stream()
                                .flatMap(s -> Stream.of(s.getValues(), s.getIndices())),
                        ofNodes(graph.getNodeList()))
                .flatMap(part -> part);
    }

    private static Stream<TensorProto> ofNodes(List<NodeProto> nodes) {
        return nodes.stream().flatMap(node -> node.getAttributeList().stream()).flatMap(OnnxFile::tensors);
    }

    private static Stream<TensorProto> tensors(AttributeProto attribute) {
        return Stream.of(
                        Stream.of(attribute.getT()),
                        attribute.getTensorsList().stream(),
                        Stream.concat(Stream.of(attribute.getSparseTensor()), attribute.getSparseTensorsList().stream())
                                .flatMap(s -> Stream.of(s.getValues(), s.getIndices())),
                        Stream.concat(Stream.of(attribute.getG()), attribute.getGraphsList().stream())
                                .filter(graph -> graph.getNodeCount()
                                                + graph.getInitializerCount()
                                                + graph.getSparseInitializerCount()
                                        > 0)
                                .flatMap(OnnxFile::tensors))
                .flatMap(part -> part);
    }

    private static BadInput refusal(String name, String what) {
        return new BadInput(name, "", what, "Export the model again as one ONNX file with its weights inside.");
    }
}
