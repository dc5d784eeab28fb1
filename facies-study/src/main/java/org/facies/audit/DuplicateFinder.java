package org.facies.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facies.image.GreyThumbnail;

/**
 * Finds copies of a picture that were resized, recompressed, cropped or flipped. Candidates are pairs whose thumbnails
 * of the aligned face correlate, upright or mirrored, after the mean face is subtracted. Their details are then
 * compared in register. Cropping a picture does not change its aligned face. bench/audit measures how far duplicates
 * and other pairs are from the thresholds.
 */
final class DuplicateFinder {
    /** Coarse correlation above which a pair is compared by detail. */
    private static final double CANDIDATE = 0.6;

    /** Coarse correlation above which a pair is also compared after rotation and scaling, which is slow. */
    private static final double CLOSE_CANDIDATE = 0.85;

    /** Correlation of details above which rotation is tried. */
    private static final double PROMISING = 0.5;

    /** Correlation of details above which two photos count as the same picture. */
    private static final double SAME = 0.82;

    /** The same threshold after rotation, which also raises the correlation of different pictures. */
    private static final double SAME_TURNED = 0.86;

    private static final int COARSE_PX = 16;

    private final List<PhotoTrace> traces;
    private final RecentFaces faces;

    DuplicateFinder(List<PhotoTrace> traces) {
        this.traces = traces;
        this.faces = new RecentFaces(traces);
    }

    /**
     * Two photos that show the same picture.
     *
     * @param first index of the earlier photo
     * @param second index of the later photo
     * @param correlation of their faces, up to 1
     * @param orientation whether one is the mirror image
     */
    record Pair(int first, int second, double correlation, Orientation orientation) {
        Pair correlating(double other) {
            return new Pair(first, second, other, orientation);
        }
    }

    enum Orientation {
        UPRIGHT,
        MIRRORED
    }

    /**
     * All pairs, sorted by first and second photo. A pair that matches in both orientations counts once, in the better
     * one.
     */
    List<Pair> pairs() {
        float[][] upright = new float[traces.size()][];
        float[][] mirrored = new float[traces.size()][];
        for (int i = 0; i < upright.length; i++) {
            float[] face = traces.get(i).face();
            upright[i] = shrunk(face);
            mirrored[i] = shrunk(GreyThumbnail.mirrored(face, PhotoTrace.FACE_SIDE_PX));
        }
        float[][] coarse = coarse(upright);
        return Stream.concat(
                        pairs(coarse, coarse, Orientation.UPRIGHT),
                        pairs(coarse(mirrored), coarse, Orientation.MIRRORED))
                .collect(Collectors.toMap(
                        pair -> List.of(pair.first(), pair.second()),
                        pair -> pair,
                        BinaryOperator.maxBy(Comparator.comparingDouble(Pair::correlation))))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second))
                .toList();
    }

    private Stream<Pair> pairs(float[][] left, float[][] right, Orientation orientation) {
        List<Pair> candidates = new ArrayList<>();
        new Similarities(left, right).forEach(row -> {
            for (int j = row.row() + 1; j < right.length; j++) {
                if (row.products()[j] > CANDIDATE) {
                    candidates.add(new Pair(row.row(), j, row.products()[j], orientation));
                }
            }
        });
        return candidates.parallelStream().flatMap(candidate -> {
            OverlaidFace first = faces.of(candidate.first());
            return compared(
                    candidate,
                    orientation == Orientation.UPRIGHT ? first : first.mirrored(),
                    faces.of(candidate.second()))
                    .stream();
        });
    }

    private static Optional<Pair> compared(Pair candidate, OverlaidFace first, OverlaidFace second) {
        double shifted = first.shiftedTo(second);
        if (shifted > SAME) {
            return Optional.of(candidate.correlating(shifted));
        }
        if (shifted < PROMISING || candidate.correlation() < CLOSE_CANDIDATE) {
            return Optional.empty();
        }
        double turned = first.turnedTo(second);
        return turned > SAME_TURNED ? Optional.of(candidate.correlating(turned)) : Optional.empty();
    }

    private static float[] shrunk(float[] face) {
        return GreyThumbnail.shrunk(face, PhotoTrace.FACE_SIDE_PX, COARSE_PX);
    }

    /** Thumbnails minus the cohort's mean, scaled to length 1. */
    private static float[][] coarse(float[][] thumbnails) {
        double[] common = Directions.mean(thumbnails);
        return Arrays.stream(thumbnails)
                .map(thumbnail -> GreyThumbnail.normalised(Directions.less(thumbnail, common)))
                .toArray(float[][]::new);
    }
}
