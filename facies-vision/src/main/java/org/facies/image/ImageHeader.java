package org.facies.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header of a file, read before any pixel is decoded.
 *
 * @param coding which decoder it needs
 * @param widthPx as stored, before the orientation is applied
 * @param heightPx as stored
 * @param orientation EXIF orientation, 1 to 8
 */
record ImageHeader(Coding coding, int widthPx, int heightPx, int orientation) {

    enum Coding {
        /** Grey or YCbCr, 8 bits, no colour profile: the usual output of cameras, which the JDK decodes fastest. */
        JPEG_PLAIN,
        /** CMYK, YCCK, RGB, with a colour profile, or otherwise unusual. */
        JPEG_RARE,
        PNG,
        WEBP
    }

    private static final byte[] JPEG_MAGIC = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Reads the header of a file. The format is recognised by the first bytes, not by the file's name. */
    static ImageHeader read(byte[] file) throws RefusedImage {
        if (startsWith(file, 0, JPEG_MAGIC)) {
            return JpegScanner.scan(ByteBuffer.wrap(file));
        }
        if (startsWith(file, 0, PNG_MAGIC)) {
            return PngScanner.scan(ByteBuffer.wrap(file));
        }
        if (startsWith(file, 0, ascii("RIFF")) && startsWith(file, 8, ascii("WEBP"))) {
            return WebpScanner.scan(ByteBuffer.wrap(file));
        }
        throw new RefusedImage("is not a JPEG, PNG or WebP picture", "Convert it to JPEG or PNG.");
    }

    private static boolean startsWith(byte[] file, int offset, byte[] magic) {
        int end = offset + magic.length;
        return file.length >= end && Arrays.equals(file, offset, end, magic, 0, magic.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
