package org.facies.audit;

import org.facies.image.GreyThumbnail;

/**
 * Registers an aligned face to another one. Landmarks jitter, most of all between a picture and its mirror image, so
 * aligned faces of one picture can differ by a few cells, degrees or percent.
 */
final class OverlaidFace {
    private static final int SIDE = PhotoTrace.FACE_SIDE_PX;

    /** Cells. */
    private static final int SHIFT = 3;

    /** Coarse brightness is the mean over a square of 2 · BLUR + 1 cells. */
    private static final int BLUR = 3;

    private static final double[] TURNS_DEGREES = {-6, -4, -2, 0, 2, 4, 6};
    private static final double[] SCALES = {0.92, 0.96, 1, 1.04, 1.08};

    private final float[] cells;
    private final float[] detail;

    private OverlaidFace(float[] cells, float[] detail) {
        this.cells = cells;
        this.detail = detail;
    }

    /** @param cells float[side · side], a {@link PhotoTrace#face} */
    static OverlaidFace of(float[] cells) {
        return new OverlaidFace(cells, detail(cells));
    }

    /** The mirror image. */
    OverlaidFace mirrored() {
        return new OverlaidFace(GreyThumbnail.mirrored(cells, SIDE), GreyThumbnail.mirrored(detail, SIDE));
    }

    /**
     * The largest correlation of details over all shifts.
     *
     * @return up to 1
     */
    double shiftedTo(OverlaidFace other) {
        double best = -1;
        for (int dy = -SHIFT; dy <= SHIFT; dy++) {
            for (int dx = -SHIFT; dx <= SHIFT; dx++) {
                best = Math.max(best, correlation(detail, other.detail, dx, dy));
            }
        }
        return best;
    }

    /**
     * The largest correlation of details over all turns, scales and shifts.
     *
     * @return up to 1
     */
    double turnedTo(OverlaidFace other) {
        double best = -1;
        for (double degrees : TURNS_DEGREES) {
            for (double scale : SCALES) {
                best = Math.max(
                        best, of(turned(cells, Math.toRadians(degrees), scale)).shiftedTo(other));
            }
        }
        return best;
    }

    /** The details: the picture minus its coarse brightness. */
    private static float[] detail(float[] face) {
        float[] detail = new float[face.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - BLUR); v <= Math.min(SIDE - 1, y + BLUR); v++) {
                    for (int u = Math.max(0, x - BLUR); u <= Math.min(SIDE - 1, x + BLUR); u++) {
                        sum += face[v * SIDE + u];
                        count++;
                    }
                }
                detail[y * SIDE + x] = (float) (face[y * SIDE + x] - sum / count);
            }
        }
        return detail;
    }

    /** Rotated and scaled about the centre with bilinear interpolation; cells outside take the value of the border. */
    private static float[] turned(float[] face, double radians, double scale) {
        double middle = (SIDE - 1) / 2.0;
        double cos = Math.cos(radians) / scale;
        double sin = Math.sin(radians) / scale;
        float[] turned = new float[face.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double u = middle + cos * (x - middle) + sin * (y - middle);
                double v = middle - sin * (x - middle) + cos * (y - middle);
                turned[y * SIDE + x] = (float) at(face, u, v);
            }
        }
        return turned;
    }

    private static double at(float[] face, double u, double v) {
        double x = Math.min(SIDE - 1, Math.max(0, u));
        double y = Math.min(SIDE - 1, Math.max(0, v));
        int left = Math.min(SIDE - 2, (int) x);
        int top = Math.min(SIDE - 2, (int) y);
        double a = x - left;
        double b = y - top;
        int corner = top * SIDE + left;
        return (1 - b) * ((1 - a) * face[corner] + a * face[corner + 1])
                + b * ((1 - a) * face[corner + SIDE] + a * face[corner + SIDE + 1]);
    }

    private static double correlation(float[] a, float[] b, int dx, int dy) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int y = SHIFT; y < SIDE - SHIFT; y++) {
            for (int x = SHIFT; x < SIDE - SHIFT; x++) {
                float p = a[y * SIDE + x];
                float q = b[(y + dy) * SIDE + x + dx];
                ab += p * q;
                aa += p * p;
                bb += q * q;
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
