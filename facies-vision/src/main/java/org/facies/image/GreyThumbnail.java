package org.facies.image;

/**
 * A picture reduced to a few grey cells with mean 0 and length 1. The product of two thumbnails is therefore the
 * correlation of the pictures. It is insensitive to resizing and recompression.
 */
public final class GreyThumbnail {

    private GreyThumbnail() {}

    /**
     * Means of the luma over a grid of cells, minus their mean, scaled to length 1.
     *
     * @param sidePx cells in a row and in a column; a smaller picture repeats its pixels
     * @return float[sidePx · sidePx], row by row; all zero for a uniform picture
     */
    public static float[] of(Rgb picture, int sidePx) {
        float[] cells = new float[sidePx * sidePx];
        for (int row = 0; row < sidePx; row++) {
            for (int column = 0; column < sidePx; column++) {
                cells[row * sidePx + column] = cell(picture, row, column, sidePx);
            }
        }
        return normalised(cells);
    }

    /** The thumbnail of the mirrored picture. */
    public static float[] mirrored(float[] thumbnail, int sidePx) {
        float[] mirrored = new float[thumbnail.length];
        for (int i = 0; i < thumbnail.length; i++) {
            mirrored[i] = thumbnail[i - i % sidePx + sidePx - 1 - i % sidePx];
        }
        return mirrored;
    }

    /** The cells minus their mean, scaled to length 1; all zero if all are equal. A new array. */
    public static float[] normalised(float[] cells) {
        double sum = 0;
        for (float cell : cells) {
            sum += cell;
        }
        double squares = 0;
        float[] result = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            result[i] = (float) (cells[i] - sum / cells.length);
            squares += (double) result[i] * result[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < cells.length; i++) {
            result[i] = length > 1e-3 ? (float) (result[i] / length) : 0;
        }
        return result;
    }

    /**
     * A smaller thumbnail: means over blocks.
     *
     * @param fromPx side of the thumbnail
     * @param toPx new side, a divisor of the old one
     */
    public static float[] shrunk(float[] thumbnail, int fromPx, int toPx) {
        int block = fromPx / toPx;
        float[] cells = new float[toPx * toPx];
        for (int i = 0; i < thumbnail.length; i++) {
            cells[i / fromPx / block * toPx + i % fromPx / block] += thumbnail[i];
        }
        return normalised(cells);
    }

    private static float cell(Rgb picture, int row, int column, int sidePx) {
        int top = (int) ((long) row * picture.heightPx() / sidePx);
        int bottom = Math.max(top + 1, (int) ((row + 1L) * picture.heightPx() / sidePx));
        int left = (int) ((long) column * picture.widthPx() / sidePx);
        int right = Math.max(left + 1, (int) ((column + 1L) * picture.widthPx() / sidePx));
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += picture.luma(x, y);
            }
        }
        return (float) (sum / ((bottom - top) * (right - left)));
    }
}
