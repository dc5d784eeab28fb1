package org.facies.align;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.facies.detect.DetectedFace;
import org.facies.detect.FivePoints;
import org.facies.image.Affine;
import org.facies.image.Rgb;
import org.facies.image.Warp;

/**
 * The faces of a picture, and the chosen one.
 *
 * @param fromLeft all faces, from left to right; number 1 comes first
 * @param choice the rule for choosing one of several
 * @param taken the chosen face; empty if there is no face, or none with the requested number
 */
public record FacesSeen(List<DetectedFace> fromLeft, FaceChoice choice, Optional<Taken> taken) {

    public FacesSeen {
        fromLeft = List.copyOf(fromLeft);
        Objects.requireNonNull(choice);
        Objects.requireNonNull(taken);
    }

    /** A sentence about the face that was used and the reason. */
    public String sentence() {
        if (taken.isEmpty()) {
            return fromLeft.isEmpty()
                    ? FaceFinding.NO_FACE.sentence(choice)
                    : "Face number " + choice.word() + " from the left was requested, but "
                            + (fromLeft.size() == 1 ? "1 face was found." : fromLeft.size() + " faces were found.");
        }
        return fromLeft.size() == 1
                ? "One face was found."
                : fromLeft.size() + " faces were found; " + choice.taken()
                        + (choice.isNumbered() ? "." : " (number " + taken.get().number() + " from the left).");
    }

    /**
     * The chosen face.
     *
     * @param number from left to right, from 1
     * @param points in pixels of the picture, refined by the 68-point network
     * @param facts measurements of the face
     */
    public record Taken(int number, FivePoints points, FaceFacts facts) {

        /** The face, cut out of its picture. */
        public Rgb crop(Rgb picture, CropGeometry geometry) {
            return FacesSeen.crop(picture, points, geometry);
        }

        /**
         * The crop as a study makes it: the middle of a crop with a margin. The position of the template on the canvas
         * affects rounding; without the margin, one pixel value in a thousand would differ by 1.
         */
        public Rgb cropOfStudy(Rgb picture, CropGeometry geometry) {
            return crop(picture, geometry.ofStudy()).centre(geometry.widthPx(), geometry.heightPx());
        }

        /**
         * The crop for display: grey where it reaches beyond the picture, instead of the continued colour of the edge.
         *
         * @param grey 0 (black) to 255
         */
        public Rgb cropOnGrey(Rgb picture, CropGeometry geometry, int grey) {
            return Outside.greyed(crop(picture, geometry), picture, toPicture(points, geometry), grey);
        }
    }

    static Rgb crop(Rgb picture, FivePoints points, CropGeometry geometry) {
        return Warp.draw(picture, toPicture(points, geometry), geometry.widthPx(), geometry.heightPx());
    }

    private static Affine toPicture(FivePoints points, CropGeometry geometry) {
        return Similarity.fit(points.asList(), geometry.template()).inverse();
    }
}
