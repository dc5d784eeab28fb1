package org.facies.model.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives like torch.save's, good ones and others. */
public final class ZipBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** A whole file of weights with the given pickle and one storage of 1, 2, 3, 4 as float32. */
    static byte[] withPickle(byte[] pickle) {
        return new ZipBytes()
                .stored("a/data.pkl", pickle)
                .stored("a/data/0", oneToFour())
                .toByteArray();
    }

    static byte[] oneToFour() {
        ByteBuffer numbers = ByteBuffer.allocate(4 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= 4; i++) {
            numbers.putFloat(i);
        }
        return numbers.array();
    }

    /** The pickle of a state dict with one tensor, {@code "w"}. */
    static byte[] goodPickle() {
        return PickleBytes.protocol2().ascii("}").entry("w").stop();
    }

    public ZipBytes stored(String name, byte[] content) {
        return put(uncompressed(name, content), content);
    }

    /** An entry whose content is stored as it is. */
    static ZipEntry uncompressed(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    public ZipBytes compressed(String name, byte[] content) {
        return put(new ZipEntry(name), content);
    }

    private ZipBytes put(ZipEntry entry, byte[] content) {
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public byte[] toByteArray() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same bytes with one text exchanged for another of the same length, wherever it is. */
    static byte[] replaced(byte[] archive, String text, String replacement) {
        return new String(archive, StandardCharsets.ISO_8859_1)
                .replace(text, replacement)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static int indexOf(byte[] archive, String latin1) {
        return new String(archive, StandardCharsets.ISO_8859_1).indexOf(latin1);
    }
}
