package org.facies.image;

/**
 * Resamples a picture under an affine map, by bilinear interpolation. Where the map shrinks the picture, blocks of
 * pixels are averaged first, so that fine texture does not become noise. Beyond its edge a picture continues with the
 * colour of the edge.
 */
public final class Warp {

    /** One pixel in fixed-point coordinates, and 1 as a bilinear weight: 2^16 and 2^11. */
    private static final int ONE = 1 << 16;

    private static final int WEIGHT = 1 << 11;
    private static final int HALF = WEIGHT * WEIGHT / 2;

    private Warp() {}

    /**
     * Draws a part of a picture on a canvas.
     *
     * @param source the picture
     * @param toSource maps a pixel of the canvas to its place in the source
     * @param widthPx of the canvas
     * @param heightPx of the canvas
     */
    public static Rgb draw(Rgb source, Affine toSource, int widthPx, int heightPx) {
        int block = (int) Math.max(1, Math.round(toSource.smallestStretch()));
        if (block == 1) {
            return interpolate(source, toSource, widthPx, heightPx);
        }
        Region needed = Region.seen(toSource, widthPx, heightPx).within(source);
        Affine toBlocks = needed.inBlocks(toSource, block);
        return interpolate(average(source, needed, block), toBlocks, widthPx, heightPx);
    }

    /** A part of a picture between two pixels, both included. */
    private record Region(int left, int top, int right, int bottom) {

        static Region seen(Affine toSource, int widthPx, int heightPx) {
            Point a = toSource.apply(new Point(0, 0));
            Point b = toSource.apply(new Point(widthPx - 1.0, 0));
            Point c = toSource.apply(new Point(0, heightPx - 1.0));
            Point d = b.plus(c.x() - a.x(), c.y() - a.y());
            return new Region(
                    (int) Math.floor(Math.min(Math.min(a.x(), b.x()), Math.min(c.x(), d.x()))),
                    (int) Math.floor(Math.min(Math.min(a.y(), b.y()), Math.min(c.y(), d.y()))),
                    (int) Math.ceil(Math.max(Math.max(a.x(), b.x()), Math.max(c.x(), d.x()))),
                    (int) Math.ceil(Math.max(Math.max(a.y(), b.y()), Math.max(c.y(), d.y()))));
        }

        Region within(Rgb source) {
            return new Region(
                    clamp(left, source.widthPx()),
                    clamp(top, source.heightPx()),
                    clamp(right, source.widthPx()),
                    clamp(bottom, source.heightPx()));
        }

        private static int clamp(int at, int size) {
            return Math.max(0, Math.min(size - 1, at));
        }

        int columns(int block) {
            return Math.max(1, (right - left + 1) / block);
        }

        int rows(int block) {
            return Math.max(1, (bottom - top + 1) / block);
        }

        /** The map to the blocks of this region instead of the pixels of the source. */
        Affine inBlocks(Affine toSource, int block) {
            double middle = (block - 1) / 2.0;
            return new Affine(
                    toSource.xx() / block,
                    toSource.xy() / block,
                    (toSource.dx() - left - middle) / block,
                    toSource.yx() / block,
                    toSource.yy() / block,
                    (toSource.dy() - top - middle) / block);
        }
    }

    /** The mean of each block of the region; a block at the edge gives the mean of its existing pixels. */
    private static Rgb average(Rgb source, Region region, int block) {
        int columns = region.columns(block);
        int rows = region.rows(block);
        byte[] means = new byte[3 * columns * rows];
        for (int row = 0; row < rows; row++) {
            int top = region.top() + row * block;
            int bottom = Math.min(top + block, source.heightPx());
            for (int column = 0; column < columns; column++) {
                int left = region.left() + column * block;
                int right = Math.min(left + block, source.widthPx());
                mean(source, new Region(left, top, right, bottom), means, 3 * (row * columns + column));
            }
        }
        return new Rgb(columns, rows, means);
    }

    /** Writes the mean of a region; its right and bottom bounds are exclusive here. */
    private static void mean(Rgb source, Region region, byte[] means, int at) {
        byte[] pixels = source.data();
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = region.top(); y < region.bottom(); y++) {
            int end = 3 * (y * source.widthPx() + region.right());
            for (int i = 3 * (y * source.widthPx() + region.left()); i < end; i += 3) {
                red += pixels[i] & 0xFF;
                green += pixels[i + 1] & 0xFF;
                blue += pixels[i + 2] & 0xFF;
            }
        }
        int count = (region.right() - region.left()) * (region.bottom() - region.top());
        means[at] = (byte) ((red + count / 2) / count);
        means[at + 1] = (byte) ((green + count / 2) / count);
        means[at + 2] = (byte) ((blue + count / 2) / count);
    }

    private static Rgb interpolate(Rgb source, Affine toSource, int widthPx, int heightPx) {
        byte[] canvas = new byte[3 * widthPx * heightPx];
        for (int y = 0; y < heightPx; y++) {
            drawRow(source, toSource, y, canvas, widthPx);
        }
        return new Rgb(widthPx, heightPx, canvas);
    }

    /** Draws one row. Coordinates are in 2^-16 of a pixel, far below the resolution of eight bits of colour. */
    private static void drawRow(Rgb source, Affine toSource, int y, byte[] canvas, int widthPx) {
        long sourceX = Math.round(ONE * (toSource.xy() * y + toSource.dx()));
        long sourceY = Math.round(ONE * (toSource.yy() * y + toSource.dy()));
        long stepX = Math.round(ONE * toSource.xx());
        long stepY = Math.round(ONE * toSource.yx());
        long lastX = (source.widthPx() - 1L) * ONE;
        long lastY = (source.heightPx() - 1L) * ONE;
        int at = 3 * y * widthPx;
        for (int x = 0; x < widthPx; x++, at += 3, sourceX += stepX, sourceY += stepY) {
            sample(source, clamp(sourceX, lastX), clamp(sourceY, lastY), canvas, at);
        }
    }

    private static long clamp(long place, long last) {
        return Math.max(0, Math.min(last, place));
    }

    private static void sample(Rgb source, long x, long y, byte[] canvas, int at) {
        int left = (int) (x / ONE);
        int top = (int) (y / ONE);
        int toRight = (int) (x % ONE) * WEIGHT / ONE;
        int toBottom = (int) (y % ONE) * WEIGHT / ONE;
        int across = left + 1 < source.widthPx() ? 3 : 0;
        int down = top + 1 < source.heightPx() ? 3 * source.widthPx() : 0;
        byte[] pixels = source.data();
        int i = 3 * (top * source.widthPx() + left);
        for (int channel = 0; channel < 3; channel++, i++) {
            int upper = mix(pixels[i], pixels[i + across], toRight);
            int lower = mix(pixels[i + down], pixels[i + down + across], toRight);
            canvas[at + channel] = (byte) ((upper * (WEIGHT - toBottom) + lower * toBottom + HALF) / (WEIGHT * WEIGHT));
        }
    }

    private static int mix(byte a, byte b, int partOfB) {
        return (a & 0xFF) * (WEIGHT - partOfB) + (b & 0xFF) * partOfB;
    }
}
