package org.facies.model.dlib;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.facies.input.BadInput;

/**
 * The primitives of dlib's serialisation. An integer is a control byte (bit 7 the sign, bits 0 to 3 the number of
 * bytes, 1 to 8) and that many little-endian bytes. A real number is an integer mantissa and an integer exponent of
 * two. A text is its length and its bytes. A truth value is {@code '0'} or {@code '1'}.
 */
final class DlibInput {

    private static final int TENSOR_VERSION = 2;
    private static final int ALIAS_VERSION = 1;
    private static final int MAX_TEXT = 64;

    private final String file;
    private final ByteBuffer bytes;

    /** @param file the file's name in error messages */
    DlibInput(String file, byte[] content) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    int integer() {
        long value = packed();
        if (value != (int) value) {
            throw refuse("ends the integer " + value + ", which is out of range");
        }
        return (int) value;
    }

    private long packed() {
        int control = octet();
        int length = control & 0x0f;
        if ((control & 0x70) != 0 || length == 0 || length > 8) {
            throw refuse("is not the start of a packed integer");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) octet() << (8 * i);
        }
        return (control & 0x80) != 0 ? -value : value;
    }

    /** Reads an integer with a fixed value. */
    void expect(int expected, String meaning) {
        int found = integer();
        if (found != expected) {
            throw refuse("has " + meaning + " " + found + " where " + expected + " belongs");
        }
    }

    double real() {
        long mantissa = packed();
        int exponent = integer();
        if (Math.abs(exponent) > 1100) {
            throw refuse("holds a number that is not finite");
        }
        return mantissa * Math.pow(2, exponent);
    }

    String text() {
        int length = integer();
        if (length < 0 || length > MAX_TEXT || length > bytes.remaining()) {
            throw refuse("holds a text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    void truthValue() {
        int value = octet();
        if (value != '0' && value != '1') {
            throw refuse("is not a truth value");
        }
    }

    /** Reads a tensor with its four dimensions, as float32. */
    Weights tensor() {
        expect(TENSOR_VERSION, "tensor version");
        long count = 1;
        for (int i = 0; i < 4; i++) {
            int size = integer();
            count = size < 0 ? -1 : Math.min(count * size, Integer.MAX_VALUE);
            if (count < 0) {
                throw refuse("holds a tensor of negative size");
            }
        }
        if (count * Float.BYTES > bytes.remaining()) {
            throw refuse("states %d numbers, but %d bytes are left".formatted(count, bytes.remaining()));
        }
        return weights((int) count);
    }

    /** Reads the shape of a part of a tensor, which must be the given one. */
    void alias(int n, int channels, int rows, int columns) {
        expect(ALIAS_VERSION, "alias version");
        expect(n, "number of filters");
        expect(channels, "number of channels");
        expect(rows, "number of rows");
        expect(columns, "number of columns");
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    BadInput refuse(String what) {
        return new BadInput(
                file + " byte " + bytes.position(),
                "",
                what + "; this is not a face recogniser as dlib writes it, or it is damaged",
                "Download the file again, or check it against the SHA-256 that its publisher states.");
    }

    private Weights weights(int count) {
        Weights weights = new Weights(bytes.slice(bytes.position(), count * Float.BYTES));
        if (!weights.allFinite()) {
            throw refuse("begins weights that are not all finite numbers");
        }
        bytes.position(bytes.position() + count * Float.BYTES);
        return weights;
    }

    private int octet() {
        if (!bytes.hasRemaining()) {
            throw refuse("is the end of the file, in the middle of the network");
        }
        return bytes.get() & 0xff;
    }
}
