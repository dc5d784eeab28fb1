package org.facies.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the detection with the highest score among overlapping ones. */
final class NonMaximumSuppression {

    private NonMaximumSuppression() {}

    /**
     * Keeps the best of each group of overlapping detections.
     *
     * @param maxOverlap largest overlap (intersection over union) of two kept faces
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
