package org.facies.detect;

import java.util.Objects;

/**
 * A face in a picture.
 *
 * @param box around the face from forehead to chin, in pixels of the picture
 * @param score probability of a face according to the network, 0 to 1
 * @param points in pixels of the picture
 */
public record DetectedFace(Box box, double score, FivePoints points) {

    public DetectedFace {
        Objects.requireNonNull(box);
        Objects.requireNonNull(points);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score);
        }
    }

    /** The face after the picture is resized by a factor. */
    DetectedFace resized(double factor) {
        return new DetectedFace(box.resized(factor), score, points.resized(factor));
    }
}
