package org.facies.image;

import java.util.Objects;

/**
 * A picture in memory: 8-bit RGB, interleaved, row-major, without any metadata.
 *
 * <p>The array is shared, not copied: a picture passes from decoder to detector to aligner to network, and a copy at
 * each step would cost more than the step itself. The creator of an {@code Rgb} hands the array over, and nobody writes
 * to it afterwards. For the same reason two pictures are equal only if they are the same object.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 * @param data {@code 3 * widthPx * heightPx} unsigned bytes; pixel (x, y) starts at {@code 3 * (y * widthPx + x)}
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, see above
public record Rgb(int widthPx, int heightPx, byte[] data) {

    public Rgb {
        Objects.requireNonNull(data);
        if (widthPx < 1 || heightPx < 1 || data.length != 3L * widthPx * heightPx) {
            throw new IllegalArgumentException(
                    "%d bytes are not a picture of %d × %d pixels".formatted(data.length, widthPx, heightPx));
        }
    }

    /** The mirror image. */
    public Rgb mirrored() {
        byte[] to = new byte[data.length];
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                System.arraycopy(data, 3 * (y * widthPx + x), to, 3 * (y * widthPx + widthPx - 1 - x), 3);
            }
        }
        return new Rgb(widthPx, heightPx, to);
    }

    /**
     * The middle of the picture; this picture itself if it already has that size. If a margin is odd, the left and the
     * upper side lose one pixel less.
     *
     * @param widthPx at most the picture's width
     * @param heightPx at most the picture's height
     */
    public Rgb centre(int widthPx, int heightPx) {
        int left = (this.widthPx - widthPx) / 2;
        int top = (this.heightPx - heightPx) / 2;
        if (left == 0 && top == 0) {
            return this;
        }
        byte[] to = new byte[3 * widthPx * heightPx];
        int row = 3 * widthPx;
        for (int y = 0; y < heightPx; y++) {
            System.arraycopy(data, 3 * ((y + top) * this.widthPx + left), to, y * row, row);
        }
        return new Rgb(widthPx, heightPx, to);
    }

    /** The brightness of a pixel, 0 to 255. ITU-R BT.601. */
    public double luma(int x, int y) {
        int i = 3 * (y * widthPx + x);
        return .299 * (data[i] & 0xFF) + .587 * (data[i + 1] & 0xFF) + .114 * (data[i + 2] & 0xFF);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Rgb[" + widthPx + " × " + heightPx + "]";
    }
}
