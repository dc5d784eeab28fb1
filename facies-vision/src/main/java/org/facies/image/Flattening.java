package org.facies.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * Converts the many layouts of {@link BufferedImage} to opaque 8-bit RGB. Transparent pixels are blended with white.
 * Grey and 16-bit samples are used as stored: Java's conversion would treat grey as linear light and brighten it.
 */
final class Flattening {

    private static final int WHITE = 255;

    private Flattening() {}

    /** May reuse the image's own array; the image must not be used afterwards. */
    static Rgb flatten(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && ownsWholeArray(image)) {
            return swapInPlace(image);
        }
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel ? fromSamples(image) : fromPalette(image);
    }

    private static boolean ownsWholeArray(BufferedImage image) {
        return image.getRaster().getDataBuffer().getSize() == 3 * image.getWidth() * image.getHeight();
    }

    private static Rgb swapInPlace(BufferedImage image) {
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i += 3) {
            byte blue = data[i];
            data[i] = data[i + 2];
            data[i + 2] = blue;
        }
        return new Rgb(image.getWidth(), image.getHeight(), data);
    }

    private static Rgb fromSamples(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int maximum = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int green = bands >= 3 ? 1 : 0;
        int blue = bands >= 3 ? 2 : 0;
        boolean transparent = image.getColorModel().hasAlpha();
        byte[] data = new byte[3 * width * image.getHeight()];
        int[] row = new int[width * bands];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int at = 0; at < row.length; at += bands) {
                int alpha = transparent ? row[at + bands - 1] : maximum;
                data[next++] = overWhite(row[at], alpha, maximum);
                data[next++] = overWhite(row[at + green], alpha, maximum);
                data[next++] = overWhite(row[at + blue], alpha, maximum);
            }
        }
        return new Rgb(width, image.getHeight(), data);
    }

    private static Rgb fromPalette(BufferedImage image) {
        int width = image.getWidth();
        byte[] data = new byte[3 * width * image.getHeight()];
        int[] row = new int[width];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                int alpha = argb >>> 24;
                data[next++] = overWhite((argb >> 16) & 0xFF, alpha, 255);
                data[next++] = overWhite((argb >> 8) & 0xFF, alpha, 255);
                data[next++] = overWhite(argb & 0xFF, alpha, 255);
            }
        }
        return new Rgb(width, image.getHeight(), data);
    }

    /** The sample, from 0 to maximum, scaled to 0 to 255 and blended with white by 1 - alpha / maximum, rounded. */
    private static byte overWhite(int sample, int alpha, int maximum) {
        long scale = (long) maximum * maximum;
        long sum = (long) WHITE * sample * alpha + (long) WHITE * maximum * (maximum - alpha);
        return (byte) ((sum + scale / 2) / scale);
    }
}
