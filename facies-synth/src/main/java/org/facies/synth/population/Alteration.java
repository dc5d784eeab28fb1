package org.facies.synth.population;

import org.facies.image.Rgb;

/** How a near-duplicate differs from its original, in addition to the JPEG quality. */
public enum Alteration {
    /** The same pixels; only the JPEG file differs. */
    NONE {
        @Override
        public Rgb of(Rgb photo) {
            return photo;
        }
    },
    /** Mirrored left to right. */
    MIRRORED {
        @Override
        public Rgb of(Rgb photo) {
            return picked(photo, photo.widthPx(), photo.heightPx(), (x, y) -> new int[] {photo.widthPx() - 1 - x, y});
        }
    },
    /** One twentieth is cut off on every side. */
    CROPPED {
        @Override
        public Rgb of(Rgb photo) {
            int margin = photo.widthPx() / 20;
            return picked(photo, photo.widthPx() - 2 * margin, photo.heightPx() - 2 * margin, (x, y) ->
                    new int[] {x + margin, y + margin});
        }
    };

    /** The altered photo. */
    public abstract Rgb of(Rgb photo);

    private interface Pick {
        int[] source(int x, int y);
    }

    private static Rgb picked(Rgb photo, int widthPx, int heightPx, Pick pick) {
        byte[] pixels = new byte[3 * widthPx * heightPx];
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                int[] source = pick.source(x, y);
                int from = 3 * (source[1] * photo.widthPx() + source[0]);
                System.arraycopy(photo.data(), from, pixels, 3 * (y * widthPx + x), 3);
            }
        }
        return new Rgb(widthPx, heightPx, pixels);
    }
}
