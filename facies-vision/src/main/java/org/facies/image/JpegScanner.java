package org.facies.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.facies.image.ImageHeader.Coding;

/** Reads the marker segments of a JPEG up to its first scan (ITU-T T.81, annex B). */
final class JpegScanner {

    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int ADOBE_YCBCR = 1;

    private final ByteBuffer file;
    private int orientation = ExifOrientation.UPRIGHT;
    private boolean profile;
    private int adobeTransform = ADOBE_YCBCR;

    private JpegScanner(ByteBuffer file) {
        this.file = file;
    }

    static ImageHeader scan(ByteBuffer file) throws RefusedImage {
        try {
            return new JpegScanner(file).header();
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            throw RefusedImage.damaged("its header ends early");
        }
    }

    private ImageHeader header() throws RefusedImage {
        ByteBuffer frame = ByteBuffer.allocate(0);
        int frameMarker = 0;
        file.position(2);
        for (int marker = nextMarker(); marker != START_OF_SCAN; marker = nextMarker()) {
            int length = Short.toUnsignedInt(file.getShort()) - 2;
            ByteBuffer segment = file.slice(file.position(), length);
            file.position(file.position() + length);
            if (isFrame(marker)) {
                if (frameMarker != 0) {
                    throw RefusedImage.damaged("it has two frame headers");
                }
                frame = segment;
                frameMarker = marker;
            } else {
                note(marker, segment);
            }
        }
        return describe(frameMarker, frame);
    }

    private int nextMarker() throws RefusedImage {
        if (Byte.toUnsignedInt(file.get()) != 0xFF) {
            throw RefusedImage.damaged("a marker is missing");
        }
        int marker = Byte.toUnsignedInt(file.get());
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(file.get());
        }
        return marker;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void note(int marker, ByteBuffer segment) {
        if (marker == APP1 && startsWith(segment, "Exif\0\0")) {
            orientation = ExifOrientation.of(bytesFrom(segment, 6));
        } else if (marker == APP2 && startsWith(segment, "ICC_PROFILE\0")) {
            profile = true;
        } else if (marker == APP14 && startsWith(segment, "Adobe") && segment.limit() >= 12) {
            adobeTransform = segment.get(11);
        }
    }

    private ImageHeader describe(int frameMarker, ByteBuffer frame) throws RefusedImage {
        if (frameMarker == 0) {
            throw RefusedImage.damaged("it has no frame header");
        }
        int precision = frame.get();
        int height = Short.toUnsignedInt(frame.getShort());
        int width = Short.toUnsignedInt(frame.getShort());
        int components = frame.get();
        boolean camera = components == 1 || (components == 3 && adobeTransform == ADOBE_YCBCR && frame.get() < 'A');
        boolean plain = camera && !profile && precision == 8 && frameMarker <= 0xC2;
        return new ImageHeader(plain ? Coding.JPEG_PLAIN : Coding.JPEG_RARE, width, height, orientation);
    }

    private static boolean startsWith(ByteBuffer segment, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return segment.limit() >= wanted.length
                && segment.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    private static byte[] bytesFrom(ByteBuffer segment, int start) {
        byte[] bytes = new byte[segment.limit() - start];
        segment.get(start, bytes);
        return bytes;
    }
}
