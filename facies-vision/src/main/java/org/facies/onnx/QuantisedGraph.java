package org.facies.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network with 8-bit convolutions. It can be written and run, but not read back and trained. */
public final class QuantisedGraph {

    private final OnnxGraph graph;
    private final Map<String, PackedTensor> packed;

    QuantisedGraph(OnnxGraph graph, Map<String, PackedTensor> packed) {
        this.graph = graph;
        this.packed = Collections.unmodifiableMap(new LinkedHashMap<>(packed));
    }

    /** The graph as the bytes of an ONNX file. The same graph gives the same bytes. */
    public byte[] toBytes() {
        OnnxMl.ModelProto.Builder model = OnnxWriter.model(graph).toBuilder();
        packed.forEach((name, tensor) -> model.getGraphBuilder().addInitializer(tensor(name, tensor)));
        return model.build().toByteArray();
    }

    private static OnnxMl.TensorProto tensor(String name, PackedTensor tensor) {
        return OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.valueOf(tensor.type().name())
                        .getNumber())
                .addAllDims(tensor.shape())
                .setRawData(ByteString.copyFrom(tensor.bytes()))
                .build();
    }
}
