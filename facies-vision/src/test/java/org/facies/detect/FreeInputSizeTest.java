package org.facies.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;

class FreeInputSizeTest {

    @Test
    void height_and_width_become_free_and_everything_else_stays() throws InvalidProtocolBufferException {
        GraphProto graph = GraphProto.newBuilder()
                .addInput(end("data", 1, 3, 512, 512))
                .addInput(end("weight", 8, 3, 3, 3))
                .addOutput(end("scores", 1, 4, 16, 16))
                .build();
        byte[] model =
                ModelProto.newBuilder().setIrVersion(7).setGraph(graph).build().toByteArray();

        GraphProto freed = ModelProto.parseFrom(FreeInputSize.of(model)).getGraph();

        assertThat(sizes(freed.getInput(0))).containsExactly("1", "3", "data_2", "data_3");
        assertThat(sizes(freed.getInput(1))).containsExactly("8", "3", "3", "3");
        assertThat(sizes(freed.getOutput(0))).containsExactly("1", "4", "scores_2", "scores_3");
    }

    @Test
    void what_is_not_a_model_is_the_users_mistake() {
        byte[] page = "<html>Proxy error</html>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FreeInputSize.of(page))
                .isInstanceOf(BadInput.class)
                .hasMessage("face detector: is not an ONNX model. Install the detector again with \"facies model"
                        + " pull\".");
    }

    private static ValueInfoProto end(String name, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : sizes) {
            shape.addDim(Dimension.newBuilder().setDimValue(size));
        }
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static List<String> sizes(ValueInfoProto end) {
        return end.getType().getTensorType().getShape().getDimList().stream()
                .map(size -> size.hasDimParam() ? size.getDimParam() : String.valueOf(size.getDimValue()))
                .toList();
    }
}
