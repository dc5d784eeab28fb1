package org.facies.audit;

import java.util.Arrays;
import org.facies.image.Rgb;

/** Replaces the background of an aligned crop, everything outside an oval around the face, with grey. */
final class BackgroundMask {
    private static final double CENTRE_DOWN = 0.52;
    private static final double HALF_WIDTH = 0.42;
    private static final double HALF_HEIGHT = 0.5;
    private static final byte GREY = (byte) 128;

    private BackgroundMask() {}

    /** Returns a new picture. The oval is in the middle, where the face of an aligned crop is. */
    static Rgb applied(Rgb crop) {
        byte[] masked = crop.data().clone();
        for (int y = 0; y < crop.heightPx(); y++) {
            for (int x = 0; x < crop.widthPx(); x++) {
                double across = ((x + .5) / crop.widthPx() - .5) / HALF_WIDTH;
                double down = ((y + .5) / crop.heightPx() - CENTRE_DOWN) / HALF_HEIGHT;
                if (across * across + down * down > 1) {
                    int i = 3 * (y * crop.widthPx() + x);
                    Arrays.fill(masked, i, i + 3, GREY);
                }
            }
        }
        return new Rgb(crop.widthPx(), crop.heightPx(), masked);
    }
}
