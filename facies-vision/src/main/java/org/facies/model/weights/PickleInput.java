package org.facies.model.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.facies.input.BadInput;

/** The bytes of a pickle. It remembers the current operation for error messages. */
final class PickleInput {

    private static final int MAX_NAME_BYTES = 200;

    private final Refusals refusals;
    private final ByteBuffer bytes;
    private int operationAt;

    PickleInput(Refusals refusals, byte[] content) {
        this.refusals = refusals;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The next operation; its arguments follow. */
    Opcode opcode() {
        operationAt = bytes.position();
        int code = octet();
        return Opcode.of(code)
                .orElseThrow(() -> damaged("has the byte 0x%02x in place of an operation".formatted(code)));
    }

    int octet() {
        need(1);
        return bytes.get() & 0xff;
    }

    int uint16() {
        need(Short.BYTES);
        return bytes.getShort() & 0xffff;
    }

    int int32() {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    void skipReal() {
        need(Double.BYTES);
        bytes.position(bytes.position() + Double.BYTES);
    }

    /** A little-endian two's complement number; the first byte states its length. */
    long packed() {
        int length = octet();
        if (length > Long.BYTES) {
            throw damaged("has an integer of " + length + " bytes");
        }
        need(length);
        long value = 0;
        int last = 0;
        for (int i = 0; i < length; i++) {
            last = bytes.get();
            value |= (last & 0xffL) << (Byte.SIZE * i);
        }
        return length > 0 && length < Long.BYTES && last < 0 ? value - (1L << (Byte.SIZE * length)) : value;
    }

    /** A UTF-8 text; the first four bytes state its length. */
    String text() {
        int length = int32();
        if (length < 0) {
            throw damaged("has a text of " + Integer.toUnsignedString(length) + " bytes");
        }
        need(length);
        return decoded(length);
    }

    /** A module and a name in it, on a line each. */
    PickleNames.Name name() {
        return new PickleNames.Name(line(), line());
    }

    private String line() {
        int length = 0;
        while (bytes.position() + length < bytes.limit() && bytes.get(bytes.position() + length) != '\n') {
            length++;
        }
        if (length > MAX_NAME_BYTES || length == bytes.remaining()) {
            throw damaged("has a name that is longer than " + MAX_NAME_BYTES + " bytes or does not end");
        }
        String line = decoded(length);
        bytes.get();
        return line;
    }

    private String decoded(int length) {
        ByteBuffer encoded = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException notUtf8) {
            throw damaged("has a text that is not UTF-8");
        }
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    private void need(int count) {
        if (count > bytes.remaining()) {
            throw damaged("needs %d bytes more, but %d are left".formatted(count, bytes.remaining()));
        }
    }

    /** An error for damaged data at the current operation. */
    BadInput damaged(String what) {
        return refuse("", what + "; the file was not written by torch.save, or is damaged", Refusals.FETCH_AGAIN);
    }

    /** An error at the current operation. */
    BadInput refuse(String value, String what, String remedy) {
        return refusals.part("data.pkl byte " + operationAt, value, what, remedy);
    }
}
