package org.facies.model.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles operation by operation, good ones and others. */
final class PickleBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Begins as torch.save does. */
    static PickleBytes protocol2() {
        return new PickleBytes().raw(0x80, 2);
    }

    PickleBytes raw(int... octets) {
        for (int octet : octets) {
            bytes.write(octet);
        }
        return this;
    }

    /** ASCII as it is: operations, names with their line feeds. */
    PickleBytes ascii(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    PickleBytes repeated(String ascii, int times) {
        return ascii(ascii.repeat(times));
    }

    PickleBytes global(String module, String name) {
        bytes.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ascii("X").int32(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    PickleBytes whole(int number) {
        return ascii("J").int32(number);
    }

    PickleBytes wide(long number) {
        raw(0x8a, Long.BYTES);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
        return this;
    }

    PickleBytes int32(int number) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
        return this;
    }

    PickleBytes wholes(long... numbers) {
        ascii("(");
        for (long number : numbers) {
            wide(number);
        }
        return ascii("t");
    }

    /** A reference to storage {@code "0"}. */
    PickleBytes storage(String type, long count) {
        return storage(type, "0", count);
    }

    PickleBytes storage(String type, String key, long count) {
        return ascii("(")
                .text("storage")
                .global("torch", type)
                .text(key)
                .text("cpu")
                .wide(count)
                .ascii("tQ");
    }

    /** A tensor of four float32 in storage {@code "0"}. */
    PickleBytes tensor() {
        return tensor(4, 0, new long[] {2, 2}, new long[] {2, 1});
    }

    PickleBytes tensor(long count, long offset, long[] shape, long[] strides) {
        return global("torch._utils", "_rebuild_tensor_v2")
                .ascii("(")
                .storage("FloatStorage", count)
                .wide(offset)
                .wholes(shape)
                .wholes(strides)
                .raw(0x89)
                .global("collections", "OrderedDict")
                .ascii(")RtR");
    }

    /** Puts a tensor under a name into the dictionary at the top. */
    PickleBytes entry(String name) {
        return text(name).tensor().ascii("s");
    }

    byte[] stop() {
        return ascii(".").toByteArray();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
