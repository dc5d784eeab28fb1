package org.facies.align;

import java.util.Arrays;
import org.facies.image.Affine;
import org.facies.image.Point;
import org.facies.image.Rgb;

/** The part of a crop that lies beyond the edge of its picture. */
final class Outside {
    /** A pixel extends half a pixel beyond its centre. */
    private static final double HALF = 0.5;

    private Outside() {}

    /**
     * The crop with a uniform grey outside the picture.
     *
     * @param toPicture maps a pixel of the crop to its place in the picture
     */
    static Rgb greyed(Rgb crop, Rgb picture, Affine toPicture, int grey) {
        byte[] pixels = crop.data().clone();
        for (int y = 0; y < crop.heightPx(); y++) {
            for (int x = 0; x < crop.widthPx(); x++) {
                if (!isWithin(toPicture.apply(new Point(x, y)), picture)) {
                    int at = 3 * (y * crop.widthPx() + x);
                    Arrays.fill(pixels, at, at + 3, (byte) grey);
                }
            }
        }
        return new Rgb(crop.widthPx(), crop.heightPx(), pixels);
    }

    private static boolean isWithin(Point place, Rgb picture) {
        return place.x() >= -HALF
                && place.y() >= -HALF
                && place.x() <= picture.widthPx() - HALF
                && place.y() <= picture.heightPx() - HALF;
    }
}
