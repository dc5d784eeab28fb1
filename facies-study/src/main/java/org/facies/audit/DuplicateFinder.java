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
 * Finds the same picture resized, recompressed, cropped or flipped. Candidates are pairs whose thumbnails of the
 * aligned face correlate, upright or mirrored, less what all faces have in common; they are compared by detail, laid
 * over each other. The aligned face is the same wherever the picture was cut. bench/audit tells how far duplicates and
 * others lie from the thresholds.
 */
final class DuplicateFinder {
    /** Coarse correlation above which a pair is compared by detail. */
    private static final double CANDIDATE = 0.6;

    /** Coarse correlation above which a pair is also turned and scaled, which takes long. */
    private static final double CLOSE_CANDIDATE = 0.85;

    /** Correlation of details without a turn that is worth turning. */
    private static final double PROMISING = 0.5;

    /** Correlation of details of one picture. */
    private static final double SAME = 0.82;

    /** The same after turning, which finds more in different pictures too. */
    private static final double SAME_TURNED = 0.86;

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
    record Pair(int first, int second, double correlation, Orientation orientation) {
        Pair correlating(double other) {
            return new Pair(first, second, other, orientation);
        }
    }

    enum Orientation {
        UPRIGHT,
        MIRRORED
    }

    /** All pairs, by first and second photo; a pair that matches both ways counts once, the way it matches better. */
    List<Pair> pairs() {
        List<OverlaidFace> faces =
                traces.stream().map(trace -> OverlaidFace.of(trace.face())).toList();
        List<OverlaidFace> mirrored = faces.stream().map(OverlaidFace::mirrored).toList();
        return Stream.concat(pairs(faces, faces, Orientation.UPRIGHT), pairs(mirrored, faces, Orientation.MIRRORED))
                .collect(Collectors.toMap(
                        pair -> List.of(pair.first(), pair.second()),
                        pair -> pair,
                        BinaryOperator.maxBy(Comparator.comparingDouble(Pair::correlation))))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second))
                .toList();
    }

    private static Stream<Pair> pairs(List<OverlaidFace> left, List<OverlaidFace> right, Orientation orientation) {
        List<Pair> candidates = new ArrayList<>();
        new Similarities(coarse(left), coarse(right)).forEach(row -> {
            for (int j = row.row() + 1; j < right.size(); j++) {
                if (row.products()[j] > CANDIDATE) {
                    candidates.add(new Pair(row.row(), j, row.products()[j], orientation));
                }
            }
        });
        return candidates.parallelStream()
                .flatMap(candidate ->
                        compared(candidate, left.get(candidate.first()), right.get(candidate.second())).stream());
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

    /** Thumbnails less the cohort's mean, scaled to length 1. */
    private static float[][] coarse(List<OverlaidFace> faces) {
        float[][] thumbnails = faces.stream()
                .map(face -> GreyThumbnail.shrunk(face.cells(), PhotoTrace.FACE_SIDE_PX, COARSE_PX))
                .toArray(float[][]::new);
        double[] common = Directions.mean(thumbnails);
        return Arrays.stream(thumbnails)
                .map(thumbnail -> GreyThumbnail.normalised(Directions.less(thumbnail, common)))
                .toArray(float[][]::new);
    }
}
