package org.facies.audit;

import java.util.ArrayList;
import java.util.List;
import org.facies.image.GreyThumbnail;

/**
 * Finds the same picture resized, recompressed, cropped or flipped: candidates by the correlation of thumbnails of
 * the aligned face, upright and mirrored, less what all faces have in common; then a fine comparison, coarse brightness removed
 * and shifted against each other by up to three cells, since landmarks jitter. The aligned face is the same wherever the picture was cut.
 */
final class DuplicateFinder {
    /** Coarse correlation above which a pair is compared finely; 20 planted duplicates had 0.79 and more on a finer grid. */
    private static final double CANDIDATE = 0.6;

    /** Fine correlation of duplicates; 20 planted ones had 0.89 and more. */
    private static final double SAME = 0.82;

    /** Cells. */
    private static final int SHIFT = 3;

    private static final int BLUR = 3;
    private static final int COARSE_PX = 16;

    private final List<PhotoTrace> traces;

    DuplicateFinder(List<PhotoTrace> traces) {
        this.traces = traces;
    }

    /**
     * Two photos that show the same picture.
     *
     * @param first index of the earlier photo
     * @param second index of the later photo
     * @param correlation of their faces, up to 1
     * @param orientation whether one is the mirror image
     */
    record Pair(int first, int second, double correlation, Orientation orientation) {}

    enum Orientation {
        UPRIGHT,
        MIRRORED
    }

    /** All pairs, by first and second photo. */
    List<Pair> pairs() {
        float[][] coarse = centred(traces.stream()
                .map(trace -> GreyThumbnail.shrunk(trace.face(), PhotoTrace.FACE_SIDE_PX, COARSE_PX))
                .toArray(float[][]::new));
        float[][] mirrored = centred(traces.stream()
                .map(trace -> GreyThumbnail.mirrored(
                        GreyThumbnail.shrunk(trace.face(), PhotoTrace.FACE_SIDE_PX, COARSE_PX), COARSE_PX))
                .toArray(float[][]::new));
        float[][] sharp = traces.stream().map(trace -> detail(trace.face())).toArray(float[][]::new);
        List<Pair> pairs = new ArrayList<>();
        scan(coarse, coarse, sharp, Orientation.UPRIGHT, pairs);
        scan(mirrored, coarse, sharp, Orientation.MIRRORED, pairs);
        return pairs;
    }

    private static void scan(
            float[][] left, float[][] right, float[][] sharp, Orientation orientation, List<Pair> pairs) {
        new Similarities(left, right).forEach(row -> {
            float[] detail = orientation == Orientation.UPRIGHT
                    ? sharp[row.row()]
                    : GreyThumbnail.mirrored(sharp[row.row()], PhotoTrace.FACE_SIDE_PX);
            for (int j = row.row() + 1; j < right.length; j++) {
                if (row.products()[j] > CANDIDATE) {
                    double correlation = registered(detail, sharp[j]);
                    if (correlation > SAME) {
                        pairs.add(new Pair(row.row(), j, correlation, orientation));
                    }
                }
            }
        });
    }

    /** Less the cohort's mean, scaled to length 1. */
    private static float[][] centred(float[][] thumbnails) {
        int d = thumbnails[0].length;
        double[] mean = new double[d];
        for (float[] thumbnail : thumbnails) {
            for (int j = 0; j < d; j++) {
                mean[j] += thumbnail[j] / (double) thumbnails.length;
            }
        }
        float[][] result = new float[thumbnails.length][];
        for (int i = 0; i < thumbnails.length; i++) {
            float[] rest = thumbnails[i].clone();
            for (int j = 0; j < d; j++) {
                rest[j] -= (float) mean[j];
            }
            result[i] = GreyThumbnail.normalised(rest);
        }
        return result;
    }

    /** What is left without the mean over a square of 2 · {@link #BLUR} + 1 cells. */
    static float[] detail(float[] face) {
        int side = PhotoTrace.FACE_SIDE_PX;
        float[] detail = new float[face.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - BLUR); v <= Math.min(side - 1, y + BLUR); v++) {
                    for (int u = Math.max(0, x - BLUR); u <= Math.min(side - 1, x + BLUR); u++) {
                        sum += face[v * side + u];
                        count++;
                    }
                }
                detail[y * side + x] = (float) (face[y * side + x] - sum / count);
            }
        }
        return detail;
    }

    /** The largest correlation over all shifts. */
    static double registered(float[] a, float[] b) {
        double best = -1;
        for (int dy = -SHIFT; dy <= SHIFT; dy++) {
            for (int dx = -SHIFT; dx <= SHIFT; dx++) {
                best = Math.max(best, correlation(a, b, dx, dy));
            }
        }
        return best;
    }

    private static double correlation(float[] a, float[] b, int dx, int dy) {
        int side = PhotoTrace.FACE_SIDE_PX;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int y = SHIFT; y < side - SHIFT; y++) {
            for (int x = SHIFT; x < side - SHIFT; x++) {
                float p = a[y * side + x];
                float q = b[(y + dy) * side + x + dx];
                ab += p * q;
                aa += p * p;
                bb += q * q;
            }
        }
        return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
    }
}
