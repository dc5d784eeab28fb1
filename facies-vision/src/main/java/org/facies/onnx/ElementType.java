package org.facies.onnx;

import ai.onnx.proto.OnnxMl;

/** What the numbers of an input or output are. */
public enum ElementType {
    FLOAT32(OnnxMl.TensorProto.DataType.FLOAT),
    /** Pixel values, 0 to 255. */
    UINT8(OnnxMl.TensorProto.DataType.UINT8);

    private final OnnxMl.TensorProto.DataType inFile;

    ElementType(OnnxMl.TensorProto.DataType inFile) {
        this.inFile = inFile;
    }

    /** The code of the ONNX format, as {@code Cast} names the type that it makes. */
    public long code() {
        return inFile.getNumber();
    }

    /** The type of a code; float32 for all that a graph keeps as float32. */
    static ElementType of(int code) {
        return code == UINT8.code() ? UINT8 : FLOAT32;
    }
}
