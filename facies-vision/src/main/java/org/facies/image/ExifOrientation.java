package org.facies.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.util.Optional;

/** Reads the EXIF orientation of a photo and turns its pixels upright. No other part of EXIF is read. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private ExifOrientation() {}

    /**
     * The orientation in an EXIF block.
     *
     * @param tiff an EXIF block from its byte order mark on
     * @return 1 to 8; 1 (upright) if the block is absent, damaged or has another value
     */
    static int of(byte[] tiff) {
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(tiff), metadata, 0);
            return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                    .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                    .filter(value -> value >= 1 && value <= 8)
                    .orElse(UPRIGHT);
        } catch (RuntimeException damaged) {
            return UPRIGHT;
        }
    }

    /**
     * Rotates and mirrors a stored picture so that it is upright. Each orientation is undone by reading the stored
     * picture with two steps: one for each column and one for each row of the upright picture.
     */
    static Rgb upright(Rgb stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        int right = 3;
        int down = 3 * stored.widthPx();
        int lastColumn = right * (stored.widthPx() - 1);
        int lastRow = down * (stored.heightPx() - 1);
        return switch (orientation) {
            case 2 -> read(stored, lastColumn, -right, down);
            case 3 -> read(stored, lastRow + lastColumn, -right, -down);
            case 4 -> read(stored, lastRow, right, -down);
            case 5 -> read(stored, 0, down, right);
            case 6 -> read(stored, lastRow, -down, right);
            case 7 -> read(stored, lastRow + lastColumn, -down, -right);
            case 8 -> read(stored, lastColumn, down, -right);
            default -> throw new IllegalArgumentException("orientation " + orientation);
        };
    }

    private static Rgb read(Rgb stored, int start, int perColumn, int perRow) {
        boolean sideways = Math.abs(perRow) == 3;
        int width = sideways ? stored.heightPx() : stored.widthPx();
        int height = sideways ? stored.widthPx() : stored.heightPx();
        byte[] from = stored.data();
        byte[] to = new byte[from.length];
        int next = 0;
        for (int y = 0; y < height; y++) {
            int source = start + y * perRow;
            for (int x = 0; x < width; x++, source += perColumn) {
                to[next++] = from[source];
                to[next++] = from[source + 1];
                to[next++] = from[source + 2];
            }
        }
        return new Rgb(width, height, to);
    }
}
