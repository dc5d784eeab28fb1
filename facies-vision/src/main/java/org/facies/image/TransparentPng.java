package org.facies.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Reads a PNG with its transparency, for textures of synthetic faces. Photos are read by {@link PhotoDecoder}.
 */
public final class TransparentPng {

    private static final long MAX_PIXELS = 16_000_000;

    private TransparentPng() {}

    /**
     * The picture in a PNG file; opaque if the file has no alpha channel.
     *
     * @throws IOException if the bytes are not a whole PNG of at most 16 megapixels
     */
    public static Rgba decode(byte[] file) throws IOException {
        try {
            ImageHeader header = ImageHeader.read(file);
            if (header.coding() != ImageHeader.Coding.PNG
                    || (long) header.widthPx() * header.heightPx() > MAX_PIXELS
                    || header.widthPx() < 1
                    || header.heightPx() < 1) {
                throw new IOException("not a PNG, or too large");
            }
            return rgba(new PixelReader().image(header, file));
        } catch (RefusedImage | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new IOException("damaged PNG", damaged);
        }
    }

    private static Rgba rgba(BufferedImage image) {
        int width = image.getWidth();
        int[] row = new int[width];
        byte[] data = new byte[4 * width * image.getHeight()];
        int next = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                data[next++] = (byte) (argb >> 16);
                data[next++] = (byte) (argb >> 8);
                data[next++] = (byte) argb;
                data[next++] = (byte) (argb >>> 24);
            }
        }
        return new Rgba(width, image.getHeight(), data);
    }
}
