package org.facies.model.dlib;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A range of little-endian float32 in a file, not copied; ONNX stores the same bytes. */
final class Weights {

    private final ByteBuffer littleEndian;

    Weights(ByteBuffer littleEndian) {
        this.littleEndian = littleEndian.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int count() {
        return littleEndian.limit() / Float.BYTES;
    }

    /** Numbers {@code from} (inclusive) to {@code to} (exclusive). */
    Weights part(int from, int to) {
        return new Weights(littleEndian.slice(from * Float.BYTES, (to - from) * Float.BYTES));
    }

    boolean allFinite() {
        FloatBuffer floats = littleEndian.asFloatBuffer();
        while (floats.hasRemaining()) {
            if (!Float.isFinite(floats.get())) {
                return false;
            }
        }
        return true;
    }

    ByteString bytes() {
        return ByteString.copyFrom(littleEndian.duplicate());
    }
}
