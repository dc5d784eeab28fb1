package org.facies.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An integer initialiser of a quantised network.
 *
 * @param shape extents, empty for a scalar
 * @param bytes row-major, little-endian; shared, not copied, so callers must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // weights of many megabytes: handed over, never compared
record PackedTensor(Type type, List<Long> shape, byte[] bytes) {

    /** The integer types. */
    enum Type {
        UINT8,
        INT8,
        INT32
    }

    PackedTensor {
        shape = List.copyOf(shape);
        int width = type == Type.INT32 ? Integer.BYTES : Byte.BYTES;
        if (FloatTensor.elements(shape) * width != bytes.length) {
            throw new IllegalArgumentException("shape " + shape + " does not hold " + bytes.length + " bytes");
        }
    }

    static PackedTensor uint8(int value) {
        return new PackedTensor(Type.UINT8, List.of(), new byte[] {(byte) value});
    }

    static PackedTensor int32(int[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return new PackedTensor(Type.INT32, List.of((long) values.length), bytes.array());
    }
}
