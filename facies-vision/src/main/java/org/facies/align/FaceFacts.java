package org.facies.align;

import java.util.Objects;
import org.facies.detect.Box;

/**
 * Measurements of the main face of a photo.
 *
 * @param faces number of faces found, at least 1
 * @param score the detector's score of the main face, 0 to 1
 * @param box of the main face in pixels of the photo
 * @param eyeDistancePx distance between the eye centres in pixels of the photo
 * @param sharpness variance of the Laplacian in the middle of a crop at the scale of {@link CropGeometry#ARCFACE_112},
 *     whatever crop was requested; some hundreds for a sharp portrait
 * @param pose a rough estimate
 */
public record FaceFacts(int faces, double score, Box box, double eyeDistancePx, double sharpness, HeadPose pose) {

    public FaceFacts {
        Objects.requireNonNull(box);
        Objects.requireNonNull(pose);
        if (faces < 1) {
            throw new IllegalArgumentException("facts of no face");
        }
    }
}
