package org.facies.onnx;

import ai.onnx.proto.OnnxMl;

/** The number type of an input or output. */
public enum ElementType {
    FLOAT32(OnnxMl.TensorProto.DataType.FLOAT),
    /** Pixel values, 0 to 255. */
    UINT8(OnnxMl.TensorProto.DataType.UINT8);

    private final OnnxMl.TensorProto.DataType inFile;

    ElementType(OnnxMl.TensorProto.DataType inFile) {
        this.inFile = inFile;
    }

    /** The code in the ONNX format, as used by {@code Cast}. */
    public long code() {
        return inFile.getNumber();
    }

    /** The type with this code; float32 for all types that a graph stores as float32. */
    static ElementType of(int code) {
        return code == UINT8.code() ? UINT8 : FLOAT32;
    }
}
