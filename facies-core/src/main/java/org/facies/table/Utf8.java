package org.facies.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Text decoded from bytes that should be UTF-8.
 *
 * @param text the text without a byte order mark, with U+FFFD for bytes that could not be decoded
 * @param badLines the first invalid byte of each line that has one, by line number from 1
 */
record Utf8(String text, SortedMap<Long, Integer> badLines) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static Utf8 decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        SortedMap<Long, Integer> badLines = new TreeMap<>();
        LineCounter lines = new LineCounter(bytes);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            badLines.putIfAbsent(lines.lineOf(in.position()), bytes[in.position()] & 0xFF);
            out.put('\uFFFD');
            in.position(in.position() + result.length());
        }
        String text = out.flip().toString();
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return new Utf8(marked ? text.substring(1) : text, badLines);
    }

    /** Counts lines (ended by CR, LF or both) up to ascending positions. */
    private static final class LineCounter {
        private final byte[] bytes;
        private int position;
        private long line = 1;

        LineCounter(byte[] bytes) {
            this.bytes = bytes;
        }

        long lineOf(int target) {
            for (; position < target; position++) {
                boolean feed = bytes[position] == '\n';
                boolean loneReturn =
                        bytes[position] == '\r' && !(position + 1 < bytes.length && bytes[position + 1] == '\n');
                if (feed || loneReturn) {
                    line++;
                }
            }
            return line;
        }
    }
}
