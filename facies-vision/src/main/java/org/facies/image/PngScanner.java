package org.facies.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.facies.image.ImageHeader.Coding;

/** Reads the chunks of a PNG (W3C PNG, third edition, sections 5 and 11). */
final class PngScanner {

    private static final int IHDR = 0x49484452;
    private static final int EXIF = 0x65584966;
    private static final int IEND = 0x49454E44;
    private static final int CRC_BYTES = 4;

    private PngScanner() {}

    static ImageHeader scan(ByteBuffer file) throws RefusedImage {
        try {
            file.position(12);
            if (file.getInt() != IHDR) {
                throw RefusedImage.damaged("its first chunk is not IHDR");
            }
            return new ImageHeader(Coding.PNG, file.getInt(), file.getInt(), orientation(file));
        } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
            throw RefusedImage.damaged("its chunks end early");
        }
    }

    /** Reads all chunks, because the eXIf chunk may be before or after the pixels. */
    private static int orientation(ByteBuffer file) {
        int orientation = ExifOrientation.UPRIGHT;
        file.position(8);
        while (true) {
            int length = file.getInt();
            int type = file.getInt();
            if (type == EXIF) {
                byte[] tiff = new byte[file.slice(file.position(), length).limit()];
                file.get(file.position(), tiff);
                orientation = ExifOrientation.of(tiff);
            }
            if (type == IEND) {
                return orientation;
            }
            file.position(Math.addExact(file.position(), Math.addExact(length, CRC_BYTES)));
        }
    }
}
