package org.facies.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.facies.image.ImageHeader.Coding;

/**
 * Reads the RIFF chunks of a WebP (RFC 9649). The picture's size is that of its single VP8 or VP8L frame, which must
 * fill the canvas.
 */
final class WebpScanner {

    private static final int VP8 = fourCc("VP8 ");
    private static final int VP8L = fourCc("VP8L");
    private static final int VP8X = fourCc("VP8X");
    private static final int ANIM = fourCc("ANIM");
    private static final int ANMF = fourCc("ANMF");
    private static final int EXIF = fourCc("EXIF");

    private final ByteBuffer file;
    private int orientation = ExifOrientation.UPRIGHT;
    private Size canvas = Size.NONE;
    private Size frame = Size.NONE;

    private record Size(int widthPx, int heightPx) {
        static final Size NONE = new Size(0, 0);
    }

    private WebpScanner(ByteBuffer file) {
        this.file = file.order(ByteOrder.LITTLE_ENDIAN);
    }

    static ImageHeader scan(ByteBuffer file) throws RefusedImage {
        try {
            return new WebpScanner(file).header();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutOff) {
            throw RefusedImage.damaged("its chunks end early");
        }
    }

    private ImageHeader header() throws RefusedImage {
        file.position(12);
        while (file.remaining() >= 8) {
            int type = file.getInt();
            int length = file.getInt();
            note(type, file.slice(file.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            file.position(Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        if (frame.equals(Size.NONE) || !(canvas.equals(Size.NONE) || canvas.equals(frame))) {
            throw RefusedImage.damaged("its frame does not fill its canvas");
        }
        return new ImageHeader(Coding.WEBP, frame.widthPx(), frame.heightPx(), orientation);
    }

    private void note(int type, ByteBuffer chunk) throws RefusedImage {
        if (type == ANIM || type == ANMF) {
            throw new RefusedImage("is an animation", "Export one frame as a still picture.");
        } else if (type == VP8X) {
            canvas = new Size(1 + uint24(chunk, 4), 1 + uint24(chunk, 7));
        } else if (type == VP8 || type == VP8L) {
            if (!frame.equals(Size.NONE)) {
                throw RefusedImage.damaged("it has two frames");
            }
            frame = type == VP8 ? lossySize(chunk) : losslessSize(chunk);
        } else if (type == EXIF) {
            orientation = ExifOrientation.of(tiff(chunk));
        }
    }

    private static Size lossySize(ByteBuffer chunk) {
        return new Size(chunk.getShort(6) & 0x3FFF, chunk.getShort(8) & 0x3FFF);
    }

    private static Size losslessSize(ByteBuffer chunk) {
        int bits = chunk.getInt(1);
        return new Size(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
    }

    /** Removes the "Exif\0\0" of JPEG, which some programs write before the block. */
    private static byte[] tiff(ByteBuffer chunk) {
        int start = chunk.limit() > 6 && chunk.getInt(0) == fourCc("Exif") ? 6 : 0;
        byte[] bytes = new byte[chunk.limit() - start];
        chunk.get(start, bytes);
        return bytes;
    }

    private static int uint24(ByteBuffer chunk, int at) {
        return Short.toUnsignedInt(chunk.getShort(at)) | Byte.toUnsignedInt(chunk.get(at + 2)) << 16;
    }

    private static int fourCc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
