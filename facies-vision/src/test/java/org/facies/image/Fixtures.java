package org.facies.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;

/** Files to decode: some from the resources (make_fixtures.py), some made here. */
final class Fixtures {

    private Fixtures() {}

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Soft waves of colour, so that JPEG keeps them and PNG has something to compress. */
    static Rgb waves(int widthPx, int heightPx) {
        byte[] data = new byte[3 * widthPx * heightPx];
        for (int i = 0; i < data.length; i++) {
            int x = i / 3 % widthPx;
            int y = i / 3 / widthPx;
            data[i] = (byte) (128 + 100 * Math.sin(x * .11 + i % 3) * Math.cos(y * .07));
        }
        return new Rgb(widthPx, heightPx, data);
    }

    static Rgb noise(int widthPx, int heightPx, Random random) {
        byte[] data = new byte[3 * widthPx * heightPx];
        random.nextBytes(data);
        return new Rgb(widthPx, heightPx, data);
    }

    /** Puts a marker segment right behind the start of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + content.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
        out.putShort((short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /** An EXIF block of two entries: a description and the orientation. */
    static byte[] exif(int orientation, String description) {
        byte[] text = (description + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(6 + 38 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        return tiff.putInt(0).put(text).array();
    }

    static byte[] pngChunk(String type, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Red, green and blue of a pixel, 0 to 255. */
    static int[] pixel(Rgb picture, int x, int y) {
        int at = 3 * (y * picture.widthPx() + x);
        return new int[] {picture.data()[at] & 0xFF, picture.data()[at + 1] & 0xFF, picture.data()[at + 2] & 0xFF};
    }
}
