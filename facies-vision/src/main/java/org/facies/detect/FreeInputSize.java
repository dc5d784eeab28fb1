package org.facies.detect;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import org.facies.input.BadInput;

/**
 * Allows any input height and width for an ONNX model that was exported for one size. RetinaFace is fully
 * convolutional, and its few reshapes copy the sizes of their input, so only the declared shapes must change.
 */
final class FreeInputSize {

    private static final int HEIGHT_AXIS = 2;

    private FreeInputSize() {}

    /**
     * The model with free heights and widths.
     *
     * @param model a serialised ONNX model
     * @throws BadInput if the bytes are not an ONNX model
     */
    static byte[] of(byte[] model) {
        try {
            ModelProto.Builder builder = ModelProto.parseFrom(model).toBuilder();
            GraphProto.Builder graph = builder.getGraphBuilder().clearValueInfo();
            graph.getInputBuilderList().forEach(FreeInputSize::free);
            graph.getOutputBuilderList().forEach(FreeInputSize::free);
            return builder.build().toByteArray();
        } catch (InvalidProtocolBufferException malformed) {
            throw new BadInput(
                    "face detector",
                    "",
                    "is not an ONNX model",
                    "Install the detector again with \"facies model pull\".");
        }
    }

    /** Frees height and width; weights listed as inputs keep their sizes. */
    private static void free(ValueInfoProto.Builder end) {
        TensorShapeProto.Builder shape =
                end.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        boolean picture = shape.getDimCount() == 4 && shape.getDim(0).getDimValue() == 1;
        for (int axis = HEIGHT_AXIS; picture && axis < shape.getDimCount(); axis++) {
            shape.getDimBuilder(axis).setDimParam(end.getName() + "_" + axis);
        }
    }
}
