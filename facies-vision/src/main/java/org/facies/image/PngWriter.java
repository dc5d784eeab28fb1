package org.facies.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes PNG with 8-bit RGB and only the necessary chunks. Each row is stored as the difference to the left neighbour
 * (filter 1) and compressed for speed. For a face this gives about half the size of raw pixels, several times faster
 * than the JDK's writer.
 */
public final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte FILTER_SUB = 1;

    private PngWriter() {}

    /** The bytes of a PNG file. The same picture always gives the same bytes on the same JDK. */
    public static byte[] encode(Rgb picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.data().length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(picture));
            chunk(out, "IDAT", deflate(filtered(picture)));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(Rgb picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(13);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(picture.widthPx());
        out.writeInt(picture.heightPx());
        out.write(new byte[] {8, 2, 0, 0, 0}); // bits, RGB, deflate, adaptive filters, not interlaced
        return bytes.toByteArray();
    }

    private static byte[] filtered(Rgb picture) {
        int stride = 3 * picture.widthPx();
        byte[] pixels = picture.data();
        byte[] rows = new byte[(stride + 1) * picture.heightPx()];
        int next = 0;
        for (int start = 0; start < pixels.length; start += stride) {
            rows[next++] = FILTER_SUB;
            for (int i = 0; i < stride; i++) {
                rows[next++] = (byte) (pixels[start + i] - (i < 3 ? 0 : pixels[start + i - 3]));
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] rows) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.length);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 14)) {
            out.write(rows);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) crc.getValue());
    }
}
