package org.facies.bundle;

import org.facies.image.Affine;
import org.facies.image.JpegWriter;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/**
 * A picture for display: re-encoded, upright, without metadata.
 *
 * @param jpeg the bytes of a JPEG file; not copied
 * @param widthPx its width
 * @param heightPx its height
 * @param scale its width divided by that of the original picture, at most 1
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose
public record PhotoView(byte[] jpeg, int widthPx, int heightPx, double scale) {
    private static final float QUALITY = 0.8f;

    /**
     * Makes a picture for display, reduced if necessary.
     *
     * @param longestPx largest length of the longer side, at least 1
     */
    public static PhotoView of(Rgb picture, int longestPx) {
        double scale = Math.min(1, (double) longestPx / Math.max(picture.widthPx(), picture.heightPx()));
        Rgb shown = scale == 1
                ? picture
                : Warp.draw(
                        picture,
                        Affine.magnification(1 / scale),
                        (int) Math.max(1, Math.round(picture.widthPx() * scale)),
                        (int) Math.max(1, Math.round(picture.heightPx() * scale)));
        return new PhotoView(JpegWriter.encode(shown, QUALITY), shown.widthPx(), shown.heightPx(), scale);
    }
}
