package org.facies.model.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.facies.onnx.HalfFloat;

/** The storage type of a tensor's numbers, little-endian; only floating-point types can be weights. */
enum NumberType {
    FLOAT32("FloatStorage", "F32", Float.BYTES),
    FLOAT16("HalfStorage", "F16", Short.BYTES),
    BFLOAT16("BFloat16Storage", "BF16", Short.BYTES),
    FLOAT64("DoubleStorage", "F64", Double.BYTES),
    INT64("LongStorage", "I64", Long.BYTES),
    INT32("IntStorage", "I32", Integer.BYTES),
    INT16("ShortStorage", "I16", Short.BYTES),
    INT8("CharStorage", "I8", Byte.BYTES),
    UINT8("ByteStorage", "U8", Byte.BYTES),
    BOOL("BoolStorage", "BOOL", Byte.BYTES);

    private final String storage;
    private final String code;
    private final int bytes;

    NumberType(String storage, String code, int bytes) {
        this.storage = storage;
        this.code = code;
        this.bytes = bytes;
    }

    /** @param code in safetensors files */
    static Optional<NumberType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** The name of the class in Python's {@code torch} under which such numbers are saved. */
    String storage() {
        return storage;
    }

    /** Size of one number. */
    int bytes() {
        return bytes;
    }

    boolean isWeight() {
        return compareTo(FLOAT64) <= 0;
    }

    /** The number at an index as float32; 16 bits are converted without loss, 64 bits are rounded to the nearest. */
    float read(ByteBuffer littleEndian, int index) {
        int at = index * bytes;
        return switch (this) {
            case FLOAT32 -> littleEndian.getFloat(at);
            case FLOAT16 -> HalfFloat.toFloat(littleEndian.getShort(at));
            case BFLOAT16 -> Float.intBitsToFloat(littleEndian.getShort(at) << 16);
            case FLOAT64 -> (float) littleEndian.getDouble(at);
            default -> throw new IllegalStateException(this + " is not a weight type");
        };
    }
}
