package org.facies.image;

/**
 * Limits that the decoder checks before it decodes.
 *
 * @param maxFileBytes larger files are refused without reading
 * @param maxPixels width times height; pictures whose header states more are refused without decoding
 */
public record ImageLimits(long maxFileBytes, long maxPixels) {

    /**
     * 64 MiB for a file and 50 megapixels for a picture: enough for phones and cameras, and safe against huge headers.
     */
    public static final ImageLimits DEFAULT = new ImageLimits(64L << 20, 50_000_000);

    public ImageLimits {
        if (maxFileBytes < 1 || maxFileBytes > Integer.MAX_VALUE - 16 || maxPixels < 1) {
            throw new IllegalArgumentException("limits " + maxFileBytes + " bytes, " + maxPixels + " pixels");
        }
    }
}
