package org.facies.image;

/**
 * What the decoder accepts before it decodes anything.
 *
 * @param maxFileBytes larger files are refused unread
 * @param maxPixels width times height; pictures whose header claims more are refused undecoded
 */
public record ImageLimits(long maxFileBytes, long maxPixels) {

    /** 64 MiB a file, 50 megapixels a picture: every phone and every camera, and no pixel flood. */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 50_000_000);

    public ImageLimits {
        if (maxFileBytes < 1 || maxFileBytes > Integer.MAX_VALUE - 16 || maxPixels < 1) {
            throw new IllegalArgumentException("limits " + maxFileBytes + " bytes, " + maxPixels + " pixels");
        }
    }
}
