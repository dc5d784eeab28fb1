package org.facies.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of detections that overlap, keeps the one with the highest score. */
final class NonMaximumSuppression {

    private NonMaximumSuppression() {}

    /**
     * Keeps the best of each heap of detections.
     *
     * @param maxOverlap two faces that are kept overlap (intersection over union) by no more than this
     * @return highest score first
     */
    static List<DetectedFace> keepBest(List<DetectedFace> candidates, double maxOverlap) {
        List<DetectedFace> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(DetectedFace::score).reversed())
                .filter(face -> kept.stream().noneMatch(k -> k.box().overlap(face.box()) > maxOverlap))
                .forEachOrdered(kept::add);
        return List.copyOf(kept);
    }
}
