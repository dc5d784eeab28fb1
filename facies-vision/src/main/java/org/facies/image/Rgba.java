package org.facies.image;

import java.util.Objects;

/**
 * A picture with transparency: 8-bit RGBA, interleaved, row-major, not premultiplied. Like {@link Rgb}, it is shared,
 * never written to, and equal only to itself.
 *
 * @param widthPx at least 1
 * @param heightPx at least 1
 * @param data {@code 4 * widthPx * heightPx} unsigned bytes; pixel (x, y) starts at {@code 4 * (y * widthPx + x)}
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, as in Rgb
public record Rgba(int widthPx, int heightPx, byte[] data) {

    public Rgba {
        Objects.requireNonNull(data);
        if (widthPx < 1 || heightPx < 1 || data.length != 4L * widthPx * heightPx) {
            throw new IllegalArgumentException("%d bytes are not a picture with alpha of %d × %d pixels"
                    .formatted(data.length, widthPx, heightPx));
        }
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
        return "Rgba[" + widthPx + " × " + heightPx + "]";
    }
}
